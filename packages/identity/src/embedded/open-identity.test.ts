import { InvalidInput, Unavailable } from '@ringfence/domain';
import { testDatabase, type TestDatabase } from '@ringfence/testing/database';
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { TokenRefused } from '../tokens/token-refused.ts';
import { type Identity, type IdentityOptions, openIdentity } from './open-identity.ts';

let database: TestDatabase;
let identity: Identity;

beforeAll(async () => {
  database = await testDatabase();
  identity = open();
});
afterAll(async () => {
  await identity.close();
  await database.close();
});

function open(options: Partial<IdentityOptions> = {}): Identity {
  return openIdentity({
    databaseUrl: database.urls.identity,
    secretKey: database.secretKey,
    publicUrl: 'http://127.0.0.1:4000',
    ...options,
  });
}

test('a user is made once, however often and at the same time', async () => {
  const user = { email: 'Ann@Example.com', name: 'Ann', password: 'correct horse' };
  const made = await Promise.all(Array.from({ length: 5 }, () => identity.createUser(user)));
  expect(new Set(made.map(({ userId }) => userId)).size).toBe(1);
  const found = await identity.findUserByEmail(' ann@example.COM');
  expect(found).toEqual({ id: made[0]?.userId, email: 'ann@example.com', name: 'Ann', issuer: null });
  expect(await identity.findUser(randomUUID())).toBeNull();
  await expect(identity.createUser({ ...user, email: 'nobody' })).rejects.toThrow(InvalidInput);
  await expect(identity.createUser({ ...user, email: 'bob@example.com', password: 'short' })).rejects.toThrow(InvalidInput);
});

test('the command line signs tokens that a server takes, whatever address either goes by', async () => {
  const commandLine = open({ publicUrl: 'http://127.0.0.1:5000' });
  const [userId, orgId] = [randomUUID(), randomUUID()];
  const token = await commandLine.signToken({ userId, orgId, ttlSeconds: 60 });
  expect(await identity.verifyToken(token)).toMatchObject({ userId, orgId, sessionId: null });
  await commandLine.close();
});

test('a new secret key reads what the old one left, and another installation’s tokens never fit', async () => {
  const token = await identity.signToken({ userId: randomUUID(), orgId: null, ttlSeconds: 60 });
  const rotated = open({ secretKey: Buffer.alloc(32, 9), previousSecretKey: database.secretKey });
  expect(await rotated.verifyToken(token)).toMatchObject({ orgId: null });
  const newToken = await rotated.signToken({ userId: randomUUID(), orgId: null, ttlSeconds: 60 });
  expect(await rotated.verifyToken(newToken)).toMatchObject({ orgId: null });
  await expect(identity.verifyToken(newToken)).rejects.toThrow(TokenRefused);
  await rotated.close();
});

test('sign-in tables that can not be reached are told as such, not as a bad token', async () => {
  const token = await identity.signToken({ userId: randomUUID(), orgId: null, ttlSeconds: 60 });
  const cut = open({ databaseUrl: 'postgres://ringfence_identity:i@127.0.0.1:1/none' });
  await expect(cut.verifyToken(token)).rejects.toThrow(Unavailable);
  await expect(cut.findUser(randomUUID())).rejects.toThrow(Unavailable);
  await cut.close();
});

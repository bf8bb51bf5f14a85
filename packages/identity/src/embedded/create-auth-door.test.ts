import { users, verifications } from '@ringfence/db/schema';
import { testDatabase, type TestDatabase } from '@ringfence/testing/database';
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { cookieOf, openTestDoor, seenOf, type TestDoor } from './auth-door.fixture.ts';

const PASSWORD = 'correct horse battery';
let database: TestDatabase;
let door: TestDoor;
let ann: string;

beforeAll(async () => {
  database = await testDatabase();
  door = openTestDoor(database);
  ann = await signUp();
});
afterAll(async () => {
  await door.close();
  await database.close();
});

function anAddress(): string {
  return `${randomUUID()}@example.com`;
}

async function signUp(email = anAddress()): Promise<string> {
  const response = await door.post('/auth/sign-up/email', { name: 'Ann', email, password: PASSWORD });
  expect(response.status, await response.clone().text()).toBe(200);
  return email;
}

function signIn(email: string, password = PASSWORD): Promise<Response> {
  return door.post('/auth/sign-in/email', { email, password });
}

/** What a client sees, and what the database is asked. */
async function traceOf(ask: () => Promise<Response>): Promise<{ seen: unknown; statements: string[] }> {
  door.forget();
  const seen = await seenOf(await ask());
  return { seen, statements: [...door.statements] };
}

test('who signs up can sign in, is asked for a session by nobody before, and signs out', async () => {
  const email = await signUp();
  const cookie = cookieOf(await signIn(email.toUpperCase()));
  const session = (await (await door.get('/auth/get-session', cookie)).json()) as { user: unknown };
  expect(session.user).toMatchObject({ email, name: 'Ann', emailVerified: false });
  expect((await door.post('/auth/sign-out', {}, { cookie })).status).toBe(200);
  expect(await (await door.get('/auth/get-session', cookie)).json()).toBeNull();
});

test('an unknown account and a wrong password get one answer out of the same statements', async () => {
  const unknown = await traceOf(() => signIn(anAddress(), 'wrong password'));
  const wrong = await traceOf(() => signIn(ann, 'wrong password'));
  expect(unknown.seen).toMatchObject({ status: 401 });
  expect(wrong).toEqual(unknown);
  expect(wrong.statements.length).toBeGreaterThan(2);
});

test('a user without a password here, whom an outside issuer knows, is like an unknown one too', async () => {
  const email = anAddress();
  await door.database.insert(users).values({ name: 'Outside', email });
  expect(await traceOf(() => signIn(email))).toEqual(await traceOf(() => signIn(anAddress())));
});

test('a sign-up with an address that is taken gets the answer of a new one out of the same statements, and changes nothing', async () => {
  const body = { name: 'Mallory', password: 'another password' };
  const fresh = await traceOf(() => door.post('/auth/sign-up/email', { ...body, email: anAddress() }));
  expect(door.mails).toMatchObject([{ subject: 'Your Ringfence account' }]);
  const taken = await traceOf(() => door.post('/auth/sign-up/email', { ...body, email: ann.toUpperCase() }));
  expect(door.mails).toMatchObject([{ to: ann, subject: 'You have a Ringfence account already' }]);
  expect(fresh.seen).toMatchObject({ status: 200, body: '{"status":true}' });
  expect(taken).toEqual(fresh);
  expect((await signIn(ann, body.password)).status).toBe(401);
  expect((await signIn(ann)).status).toBe(200);
});

test('a reset for an unknown address gets the answer of a known one out of the same statements', async () => {
  const unknown = await traceOf(() => door.post('/auth/request-password-reset', { email: anAddress() }));
  expect(door.mails).toEqual([]);
  const known = await traceOf(() => door.post('/auth/request-password-reset', { email: ann }));
  expect(door.mails).toMatchObject([{ to: ann }]);
  expect(unknown.seen).toMatchObject({ status: 200, body: '{"status":true}' });
  expect(known).toEqual(unknown);
});

async function resetTokenFor(email: string): Promise<string> {
  door.forget();
  await door.post('/auth/request-password-reset', { email });
  return new URL(door.mails[0]?.link ?? '').searchParams.get('token') ?? '';
}

test('a reset link works once, the newest alone, ends every session, and is kept nowhere as it is', async () => {
  const email = await signUp();
  const cookie = cookieOf(await signIn(email));
  const older = await resetTokenFor(email);
  const token = await resetTokenFor(email);
  const kept = await door.database.select().from(verifications);
  expect(JSON.stringify(kept)).not.toContain(token);
  const reset = (with_: string) => door.post('/auth/reset-password', { token: with_, newPassword: 'a new password' });
  expect((await reset(older)).status).toBe(400);
  expect((await reset(token)).status).toBe(200);
  expect((await reset(token)).status).toBe(400);
  expect(await (await door.get('/auth/get-session', cookie)).json()).toBeNull();
  expect((await signIn(email)).status).toBe(401);
  expect((await signIn(email, 'a new password')).status).toBe(200);
});

test('another password ends all other sessions and not one’s own', async () => {
  const email = await signUp();
  const [mine, stolen] = [cookieOf(await signIn(email)), cookieOf(await signIn(email))];
  const change = (currentPassword: string) =>
    door.post('/auth/change-password', { currentPassword, newPassword: 'a new password' }, { cookie: mine });
  expect((await change('not it')).status).toBe(400);
  expect(await (await door.get('/auth/get-session', stolen)).json()).toMatchObject({ user: { email } });
  expect((await change(PASSWORD)).status).toBe(200);
  expect(await (await door.get('/auth/get-session', stolen)).json()).toBeNull();
  expect(await (await door.get('/auth/get-session', mine)).json()).toMatchObject({ user: { email } });
});

test('one’s name can be changed, and nothing else of one', async () => {
  const cookie = cookieOf(await signIn(ann));
  expect((await door.post('/auth/update-user', { name: 'Anna' }, { cookie })).status).toBe(200);
  expect(await (await door.get('/auth/get-session', cookie)).json()).toMatchObject({ user: { email: ann, name: 'Anna' } });
});

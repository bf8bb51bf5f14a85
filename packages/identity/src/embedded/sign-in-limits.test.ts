import { randomUUID } from 'node:crypto';
import { rateLimits } from '@ringfence/db/schema';
import { testDatabase, type TestDatabase } from '@ringfence/testing/database';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { createAttemptCounter } from '../limits/create-attempt-counter.ts';
import { attemptsOf } from './attempts-of.ts';
import { cookieOf, openTestDoor, seenOf, type TestDoor } from './auth-door.fixture.ts';

const PASSWORD = 'correct horse battery';
const ANN = 'ann@example.com';
let database: TestDatabase;
/** Two servers on one database. */
let doors: [TestDoor, TestDoor];

beforeAll(async () => {
  database = await testDatabase();
  doors = [openTestDoor(database), openTestDoor(database)];
  await doors[0].post('/auth/sign-up/email', { name: 'Ann', email: ANN, password: PASSWORD });
});
beforeEach(() => doors[0].database.delete(rateLimits));
afterAll(async () => {
  await Promise.all(doors.map((door) => door.close()));
  await database.close();
});

let asked = 0;
function otherServer(): TestDoor {
  asked += 1;
  return doors[asked % 2 === 0 ? 0 : 1];
}

/** A whole sign-in, which takes a password's hash. From a network of its own unless told. */
function signIn(email: string, password: string, address = `198.51.100.${asked % 250}`): Promise<Response> {
  return otherServer().post('/auth/sign-in/email', { email, password }, { address });
}

/** What a sign-in counts, without its hash; each by the other server than the one before. Whether it was let through. */
async function count(account: string, address = `192.0.2.${asked % 250}`): Promise<boolean> {
  const { database } = otherServer();
  return (await createAttemptCounter(database).count(attemptsOf({ path: '/auth/sign-in/email', address, account }))) === null;
}

function times<T>(many: number, work: (n: number) => Promise<T>): Promise<T[]> {
  return Promise.all(Array.from({ length: many }, (_, n) => work(n)));
}

/** A refusal, with the seconds to wait left out: they run. */
async function refusalOf(response: Response): Promise<string> {
  return JSON.stringify(await seenOf(response)).replaceAll(/\b\d+ s|\["retry-after","\d+"\]/g, '…');
}

test('two servers count one account together, whether there is such an account or not, and the right password opens it no more', async () => {
  const refusals: string[] = [];
  for (const email of [ANN, `${randomUUID()}@example.com`]) {
    expect((await signIn(email, 'wrong password')).status).toBe(401);
    expect(await times(9, () => count(email))).toEqual(Array.from({ length: 9 }, () => true));
    const refused = await signIn(email.toUpperCase(), PASSWORD);
    expect(refused.status).toBe(429);
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(200);
    refusals.push(await refusalOf(refused));
  }
  expect(refusals[1]).toBe(refusals[0]);
});

test('attempts at the same moment are counted each', async () => {
  const letThrough = await times(25, () => count(ANN));
  expect(letThrough.filter(Boolean).length).toBe(10);
});

test('two servers count one network together, and another network goes on', async () => {
  const inOneSite = (host: number) => `2001:db8:0:7:${host.toString(16)}::1`;
  const letThrough = await times(35, (n) => count(`${n}@example.com`, inOneSite(n)));
  expect(letThrough.filter(Boolean).length).toBe(30);
  expect((await signIn(ANN, PASSWORD, inOneSite(99))).status).toBe(429);
  expect((await signIn(ANN, PASSWORD, '2001:db8:0:8::1')).status).toBe(200);
});

test('the right password gives an account its attempts back', async () => {
  await times(9, () => count(ANN));
  expect((await signIn(ANN, PASSWORD)).status).toBe(200);
  expect(await times(10, () => count(ANN))).toEqual(Array.from({ length: 10 }, () => true));
  expect(await count(ANN)).toBe(false);
});

test('whoever holds a session guesses its password no more often, from however many networks', async () => {
  const cookie = cookieOf(await signIn(ANN, PASSWORD));
  const guess = (n: number) =>
    otherServer().post(
      '/auth/change-password',
      { currentPassword: `guess number ${n}`, newPassword: 'a new password' },
      { cookie, address: `203.0.113.${n}` },
    );
  expect((await times(10, guess)).map(({ status }) => status)).toEqual(Array.from({ length: 10 }, () => 400));
  expect((await guess(11)).status).toBe(429);
});

test.each([
  ['/auth/sign-up/email', { name: 'Ann', password: PASSWORD }],
  ['/auth/request-password-reset', {}],
])('%s is counted by account too, whoever has it', async (path, body) => {
  for (const email of [ANN, `${randomUUID()}@example.com`]) {
    const ask = (n: number) => otherServer().post(path, { ...body, email }, { address: `203.0.113.${n}` });
    expect((await times(5, ask)).map(({ status }) => status)).toEqual([200, 200, 200, 200, 200]);
    expect((await ask(6)).status).toBe(429);
  }
});

test('links of resets are guessed no more often, by one network', async () => {
  const guess = (n: number) => otherServer().post('/auth/reset-password', { token: `guess-${n}`, newPassword: 'a new password' });
  expect(new Set((await times(30, guess)).map(({ status }) => status))).toEqual(new Set([400]));
  expect((await guess(31)).status).toBe(429);
});

test('a window ends by the clock of the database, and further attempts do not prolong it', async () => {
  const { database: shared } = doors[0];
  await times(10, () => count(ANN, '192.0.2.1'));
  const ends = () => shared.select({ key: rateLimits.key, endsAt: rateLimits.endsAt }).from(rateLimits).orderBy(rateLimits.key);
  const before = await ends();
  expect(await count(ANN, '192.0.2.1')).toBe(false);
  expect(await ends()).toEqual(before);
  await shared.update(rateLimits).set({ endsAt: sql`now()` });
  expect((await signIn(ANN, PASSWORD)).status).toBe(200);
});

test('what is counted names nobody', async () => {
  await count(ANN, '198.51.100.77');
  const kept = JSON.stringify(await doors[0].database.select().from(rateLimits));
  expect(kept).not.toContain('ann');
  expect(kept).not.toContain('198.51');
});

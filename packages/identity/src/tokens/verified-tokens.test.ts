import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createTokenVerifier } from './create-token-verifier.ts';
import type { SignedIn } from './signed-in.ts';
import { TokenRefused } from './token-refused.ts';
import { createVerifiedTokens } from './verified-tokens.ts';

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'] });
});
afterEach(() => {
  vi.useRealTimers();
});

function signedIn(lifeSeconds = 3600): SignedIn {
  const id = randomUUID();
  return { actor: { kind: 'user', id }, userId: id, orgId: null, sessionId: null, expiresAt: new Date(Date.now() + lifeSeconds * 1000) };
}

const TOKEN = [{ alg: 'ES256' }, { iss: 'here' }, {}].map((part) => Buffer.from(JSON.stringify(part)).toString('base64url')).join('.');

/** A verifier whose one issuer says `answer`, and how often it was asked. */
function counted(answer: () => Promise<SignedIn>, mayBeKept = true) {
  const verified = createVerifiedTokens();
  const asked = { times: 0 };
  const verify = async () => {
    asked.times += 1;
    return { signedIn: await answer(), mayBeKept };
  };
  return { verified, asked, verifyToken: createTokenVerifier({ issuers: [{ judges: () => true, verify }], verified }) };
}

test('a token is verified once a minute, however often it comes', async () => {
  const person = signedIn();
  const { asked, verifyToken } = counted(() => Promise.resolve(person));
  for (let number = 0; number < 1_000; number += 1) expect(await verifyToken(TOKEN)).toBe(person);
  vi.advanceTimersByTime(59_999);
  await verifyToken(TOKEN);
  expect(asked.times).toBe(1);
  vi.advanceTimersByTime(1);
  await verifyToken(TOKEN);
  expect(asked.times).toBe(2);
});

test('ATK-054: one that ends within the minute is remembered until then, and the clock’s tolerance', async () => {
  const person = signedIn(-30);
  const { asked, verifyToken } = counted(() => Promise.resolve(person));
  await verifyToken(TOKEN);
  vi.advanceTimersByTime(29_999);
  await verifyToken(TOKEN);
  expect(asked.times).toBe(1);
  vi.advanceTimersByTime(1);
  await verifyToken(TOKEN);
  expect(asked.times).toBe(2);
});

test('what was refused, what says so itself, and API keys are asked every time', async () => {
  const refused = counted(() => Promise.reject(new TokenRefused()));
  await expect(refused.verifyToken(TOKEN)).rejects.toThrow(TokenRefused);
  await expect(refused.verifyToken(TOKEN)).rejects.toThrow(TokenRefused);
  const legacy = counted(() => Promise.resolve(signedIn()), false);
  await legacy.verifyToken(TOKEN);
  await legacy.verifyToken(TOKEN);
  expect([refused.asked.times, legacy.asked.times]).toEqual([2, 2]);
  let asked = 0;
  const verifyApiKey = () => Promise.resolve({ ...signedIn(), asked: (asked += 1) });
  const withKeys = createTokenVerifier({ issuers: [], verifyApiKey });
  await withKeys('rf_key');
  await withKeys('rf_key');
  expect(asked).toBe(2);
});

test('when keys change everything is forgotten, also what is being verified just then', async () => {
  const { promise, resolve } = Promise.withResolvers<SignedIn>();
  const { verified, asked, verifyToken } = counted(() => promise);
  const first = verifyToken(TOKEN);
  verified.forget();
  resolve(signedIn());
  await first;
  await verifyToken(TOKEN);
  expect(asked.times).toBe(2);
  await verifyToken(TOKEN);
  expect(asked.times).toBe(2);
  verified.forget();
  await verifyToken(TOKEN);
  expect(asked.times).toBe(3);
});

test('ATK-071: so many tokens are kept and no more; the one asked for longest ago goes', () => {
  const kept = createVerifiedTokens(3);
  const person = signedIn();
  for (const token of ['a', 'b', 'c']) kept.keep(token, person, 0);
  kept.find('a');
  kept.keep('d', person, 0);
  expect(['a', 'b', 'c', 'd'].map((token) => kept.find(token) === person)).toEqual([true, false, true, true]);
});

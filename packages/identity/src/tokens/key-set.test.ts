import { Unavailable } from '@ringfence/domain';
import { exportJWK, generateKeyPair, type JWK } from 'jose';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createKeySet, type KeySet } from './key-set.ts';
import { readKeys } from './read-keys.ts';
import { TokenRefused } from './token-refused.ts';

const MINUTE_MS = 60_000;

let published: JWK[];
let isDown: boolean;
let looks: number;
let changes: number;
let failures: unknown[];
let keys: KeySet;

beforeEach(async () => {
  vi.useFakeTimers({ toFake: ['performance'] });
  [published, isDown, looks, changes, failures] = [[await jwk('k1')], false, 0, 0, []];
  keys = createKeySet({
    load: async () => {
      looks += 1;
      if (isDown) throw new Error('away');
      return readKeys({ keys: published });
    },
    shortestAgeMs: MINUTE_MS,
    onChange: () => (changes += 1),
    onFailure: (error) => failures.push(error),
  });
});
afterEach(() => {
  vi.useRealTimers();
});

async function jwk(kid: string): Promise<JWK> {
  const { publicKey } = await generateKeyPair('ES256');
  return { ...(await exportJWK(publicKey)), kid };
}

function find(keyId: string, algorithm = 'ES256') {
  return keys.find({ keyId, algorithm, issuer: undefined });
}

test('ATK-053: a thousand names that nobody has cause one look a minute, and one that is new is found by it', async () => {
  await find('k1');
  expect(looks).toBe(1);
  for (let number = 0; number < 1_000; number += 1) await expect(find(`x${number}`)).rejects.toThrow(TokenRefused);
  expect(looks).toBe(1);
  published.push(await jwk('k2'));
  vi.advanceTimersByTime(MINUTE_MS - 1);
  await expect(find('k2')).rejects.toThrow(TokenRefused);
  vi.advanceTimersByTime(1);
  await Promise.all(Array.from({ length: 100 }, () => find('k2')));
  for (let number = 0; number < 1_000; number += 1) await expect(find(`x${number}`)).rejects.toThrow(TokenRefused);
  expect([looks, changes]).toEqual([2, 1]);
});

test('while they can not be loaded the last good keys count, it says so, and it mends by itself', async () => {
  await find('k1');
  expect(keys.isDegraded()).toBe(false);
  isDown = true;
  vi.advanceTimersByTime(10 * MINUTE_MS);
  expect((await find('k1')).id).toBe('k1');
  expect([keys.isDegraded(), failures.length]).toEqual([true, 1]);
  await expect(find('k2')).rejects.toThrow(Unavailable);
  isDown = false;
  vi.advanceTimersByTime(10_000);
  await find('k1');
  await vi.waitFor(() => expect(keys.isDegraded()).toBe(false));
});

test('before they were ever loaded nobody gets in, and that is told as what it is', async () => {
  isDown = true;
  await expect(find('k1')).rejects.toThrow(Unavailable);
  await expect(find('k1')).rejects.toThrow(Unavailable);
  expect([looks, keys.isDegraded()]).toEqual([1, true]);
});

test('a key that was taken back is gone at the next look, five minutes later at most, and whoever keeps tokens is told', async () => {
  await find('k1');
  published = [await jwk('k2')];
  vi.advanceTimersByTime(5 * MINUTE_MS);
  await expect(find('k1')).rejects.toThrow(TokenRefused);
  expect(changes).toBe(1);
});

test('an issuer that publishes no key any more lets nobody in, and shows', async () => {
  await find('k1');
  published = [];
  vi.advanceTimersByTime(5 * MINUTE_MS);
  await expect(find('k1')).rejects.toThrow(TokenRefused);
  expect(keys.isDegraded()).toBe(true);
});

test('whoever has a good key does not wait for a look that somebody else caused', async () => {
  await find('k1');
  vi.advanceTimersByTime(MINUTE_MS);
  const { promise, resolve } = Promise.withResolvers<never[]>();
  const slow = createKeySet({
    load: () => (looks++ === 1 ? readKeys({ keys: published }) : promise),
    shortestAgeMs: 0,
    onChange: () => {},
    onFailure: () => {},
  });
  await slow.find({ keyId: 'k1', algorithm: 'ES256', issuer: undefined });
  const waiting = slow.find({ keyId: 'nobody', algorithm: 'ES256', issuer: undefined });
  expect((await slow.find({ keyId: 'k1', algorithm: 'ES256', issuer: undefined })).id).toBe('k1');
  resolve([]);
  await expect(waiting).rejects.toThrow(TokenRefused);
});

test('a token without a key’s name is checked where there is one key for its algorithm', async () => {
  const nameless = { keyId: undefined, algorithm: 'ES256', issuer: undefined };
  expect((await keys.find(nameless)).id).toBe('k1');
  await expect(keys.find({ ...nameless, algorithm: 'RS256' })).rejects.toThrow(TokenRefused);
  published.push(await jwk('k2'));
  vi.advanceTimersByTime(5 * MINUTE_MS);
  await expect(keys.find(nameless)).rejects.toThrow(TokenRefused);
});

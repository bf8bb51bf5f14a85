import { exportJWK, generateKeyPair } from 'jose';
import { generateKeyPairSync } from 'node:crypto';
import { beforeAll, expect, test } from 'vitest';
import { readKeys } from './read-keys.ts';

type Jwk = Record<string, unknown>;
let rsa: Jwk;
let curve: Jwk;
let edwards: Jwk;

beforeAll(async () => {
  const make = async (algorithm: string) => ({
    ...(await exportJWK((await generateKeyPair(algorithm, { extractable: true })).privateKey)),
  });
  [rsa, curve, edwards] = await Promise.all([make('RS256'), make('ES256'), make('EdDSA')]);
});

async function algorithmsOf(key: Jwk, fixed?: Parameters<typeof readKeys>[1]): Promise<string[]> {
  return (await readKeys({ keys: [key] }, fixed)).map(({ algorithm }) => algorithm);
}

test('ATK-052: each key is for one algorithm: the configured one, its own, or the common one of its kind', async () => {
  expect(await algorithmsOf(rsa)).toEqual(['RS256']);
  expect(await algorithmsOf({ ...rsa, alg: 'PS384' })).toEqual(['PS384']);
  expect(await algorithmsOf(rsa, 'RS512')).toEqual(['RS512']);
  expect(await algorithmsOf({ ...rsa, alg: 'RS256' }, 'RS512')).toEqual([]);
  expect(await algorithmsOf(curve)).toEqual(['ES256']);
  expect(await algorithmsOf(edwards)).toEqual(['EdDSA']);
  expect(await algorithmsOf(edwards, 'ES256')).toEqual([]);
});

test('a private key that was published by mistake only checks', async () => {
  const [key] = await readKeys({ keys: [curve] });
  expect([key?.key.type, key?.key.usages, key?.text.includes(String(curve['d']))]).toEqual(['public', ['verify'], false]);
});

test('ATK-052: what can not check, or is for something else, is no key', async () => {
  const short = generateKeyPairSync('rsa', { modulusLength: 1024 }).publicKey.export({ format: 'jwk' });
  const unusable: Jwk[] = [
    { kty: 'oct', k: Buffer.alloc(32).toString('base64url'), alg: 'HS256', kid: 'k' },
    { ...rsa, alg: 'HS256' },
    { ...rsa, alg: 'none' },
    { ...rsa, alg: 'RSA-OAEP' },
    { ...rsa, use: 'enc' },
    { ...curve, key_ops: ['sign'] },
    { ...curve, alg: 'ES384' },
    { ...curve, crv: 'secp256k1' },
    { ...curve, x: edwards['x'] },
    { ...edwards, crv: 'X25519' },
    { ...curve, kid: 7 },
    { ...short },
    {},
  ];
  for (const key of unusable) expect(await algorithmsOf(key)).toEqual([]);
  expect((await readKeys({ keys: [...unusable, null, 'x', rsa] })).length).toBe(1);
});

test.each([null, 'x', [], {}, { keys: {} }, { keys: Array(101).fill({}) }])('%j is no set of keys', async (document) => {
  await expect(readKeys(document)).rejects.toThrow();
});

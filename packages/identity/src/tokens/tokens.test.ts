import { randomUUID } from 'node:crypto';
import { exportJWK, generateKeyPair, SignJWT } from 'jose';
import { beforeAll, describe, expect, test } from 'vitest';
import { createTokenVerifier } from './create-token-verifier.ts';
import { EMBEDDED_ALGORITHM, EMBEDDED_AUDIENCE, embeddedIssuer } from './embedded-issuer.ts';
import { createKeySet } from './key-set.ts';
import { readKeys } from './read-keys.ts';
import { sharedSecretIssuer } from './shared-secret-issuer.ts';
import { TokenRefused } from './token-refused.ts';

const SECRET = 'a-secret-that-an-outside-issuer-shares';
const ISSUER = 'ringfence:0123456789abcdef';
const [userId, orgId] = [randomUUID(), randomUUID()];
const hour = () => Math.floor(Date.now() / 1000) + 3600;

type KeyPair = Awaited<ReturnType<typeof generateKeyPair>>;
let keys: KeyPair;
let verify: ReturnType<typeof createTokenVerifier>;
let looks = 0;

beforeAll(async () => {
  keys = await generateKeyPair(EMBEDDED_ALGORITHM, { extractable: true });
  const jwk = { ...(await exportJWK(keys.publicKey)), kid: 'k1' };
  const keySet = createKeySet({
    load: () => {
      looks += 1;
      return readKeys({ keys: [jwk] }, EMBEDDED_ALGORITHM);
    },
    shortestAgeMs: 5_000,
    onChange: () => {},
    onFailure: (error) => expect.unreachable(String(error)),
  });
  const issuers = [
    embeddedIssuer([ISSUER], keySet),
    sharedSecretIssuer(SECRET, { userIdOf: ({ subject }) => Promise.resolve(subject), takeLegacy: () => Promise.resolve(false) }),
  ];
  verify = createTokenVerifier({ issuers });
});

interface Told {
  readonly claims?: Record<string, unknown>;
  readonly header?: Record<string, unknown>;
  readonly key?: KeyPair['privateKey'];
  readonly exp?: number | null;
}

function own({ claims = {}, header = {}, key = keys.privateKey, exp = hour() }: Told = {}): Promise<string> {
  const payload = { sub: userId, iss: ISSUER, aud: EMBEDDED_AUDIENCE, iat: hour() - 3600, app_metadata: { org_id: orgId }, ...claims };
  return new SignJWT(exp === null ? payload : { ...payload, exp })
    .setProtectedHeader({ alg: EMBEDDED_ALGORITHM, kid: 'k1', ...header })
    .sign(key);
}

function outside({ claims = {}, header = {}, exp = hour() }: Told = {}, secret = SECRET): Promise<string> {
  const payload = { sub: userId, app_metadata: { org_id: orgId }, ...claims };
  return new SignJWT(exp === null ? payload : { ...payload, exp })
    .setProtectedHeader({ alg: 'HS256', ...header })
    .sign(new TextEncoder().encode(secret));
}

function unsigned(header: object, payload: object): string {
  return [header, payload]
    .map((part) => Buffer.from(JSON.stringify(part)).toString('base64url'))
    .concat('')
    .join('.');
}

describe('our own tokens', () => {
  test('say who and where', async () => {
    const sid = randomUUID();
    expect(await verify(await own({ claims: { sid } }))).toMatchObject({ userId, orgId, sessionId: sid });
    expect(await verify(await own({ claims: { app_metadata: undefined } }))).toMatchObject({ userId, orgId: null, sessionId: null });
  });

  test('ATK-053: a key of one’s own, however it is named, is refused, and a thousand names cause one look', async () => {
    const other = await generateKeyPair(EMBEDDED_ALGORITHM);
    await verify(await own());
    const before = looks;
    const jwk = await exportJWK(keys.publicKey);
    const headers = [
      { kid: 'k2' },
      { kid: '../k1' },
      { kid: "' or 1=1 --" },
      { jku: 'https://evil.example/jwks' },
      { jwk },
      { x5u: 'https://evil.example' },
    ];
    for (const header of headers) await expect(verify(await own({ header }))).rejects.toThrow(TokenRefused);
    await expect(verify(await own({ key: other.privateKey }))).rejects.toThrow(TokenRefused);
    for (let number = 0; number < 1000; number += 1) {
      await expect(verify(unsigned({ alg: EMBEDDED_ALGORITHM, kid: `k${number}` }, { iss: ISSUER }))).rejects.toThrow(TokenRefused);
    }
    expect(looks - before).toBeLessThanOrEqual(1);
  });

  test('ATK-055: another issuer or audience is refused', async () => {
    for (const claims of [{ iss: 'ringfence:other' }, { aud: 'another-app' }, { aud: undefined }, { iss: undefined }]) {
      await expect(verify(await own({ claims }))).rejects.toThrow(TokenRefused);
    }
  });
});

describe('tokens of an outside issuer', () => {
  test('are taken whatever audience and issuer they name, even with a kid', async () => {
    const claims = { aud: 'authenticated', iss: 'https://abc.supabase.co/auth/v1', role: 'authenticated', sid: randomUUID() };
    expect(await verify(await outside({ claims, header: { kid: 'supabase' } }))).toMatchObject({ userId, orgId, sessionId: null });
  });

  test('ATK-056: user_metadata, which users edit, names nothing', async () => {
    expect(await verify(await outside({ claims: { app_metadata: {}, user_metadata: { org_id: orgId } } }))).toMatchObject({ orgId: null });
  });

  test.each([
    ['another secret', () => outside({}, 'another-secret-of-the-same-length-here')],
    ['a subject that is no id of ours', () => outside({ claims: { sub: 'auth0|1' } })],
    ['an organisation that is no id', () => outside({ claims: { app_metadata: { org_id: "x' or 1=1" } } })],
    ['our own issuer’s name', () => outside({ claims: { iss: ISSUER } })],
  ])('with %s are refused', async (_what, token) => {
    await expect(verify(await token())).rejects.toThrow(TokenRefused);
  });
});

test('ATK-052: no algorithm but the issuer’s own counts', async () => {
  const payload = { sub: userId, exp: hour(), app_metadata: { org_id: orgId } };
  await expect(verify(unsigned({ alg: 'none' }, payload))).rejects.toThrow(TokenRefused);
  await expect(verify(unsigned({ alg: 'none', kid: 'k1' }, { ...payload, iss: ISSUER }))).rejects.toThrow(TokenRefused);
  for (const alg of ['HS384', 'HS512']) await expect(verify(await outside({ header: { alg } }))).rejects.toThrow(TokenRefused);
  const publicKey = JSON.stringify(await exportJWK(keys.publicKey));
  await expect(
    verify(await outside({ claims: { iss: ISSUER, aud: EMBEDDED_AUDIENCE }, header: { kid: 'k1' } }, publicKey)),
  ).rejects.toThrow(TokenRefused);
});

test('ATK-054: an end is required, and 60 s of skew are forgiven, no more', async () => {
  const now = Math.floor(Date.now() / 1000);
  for (const make of [own, outside]) {
    await expect(verify(await make({ exp: null }))).rejects.toThrow(TokenRefused);
    await expect(verify(await make({ exp: now - 65 }))).rejects.toThrow(TokenRefused);
    expect(await verify(await make({ exp: now - 50 }))).toMatchObject({ userId });
    await expect(verify(await make({ claims: { nbf: now + 65 } }))).rejects.toThrow(TokenRefused);
    expect(await verify(await make({ claims: { nbf: now + 50 } }))).toMatchObject({ userId });
  }
});

test.each(['', 'x', 'a.b.c', `${'x'.repeat(9000)}.y.z`])('%.20s… is no token', async (token) => {
  await expect(verify(token)).rejects.toThrow(TokenRefused);
});

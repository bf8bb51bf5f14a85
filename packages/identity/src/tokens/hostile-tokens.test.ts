import { hostileTokens, openIssuer, type TestIssuer } from '@ringfence/testing/tokens';
import fc from 'fast-check';
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { VerifyToken } from './create-token-verifier.ts';
import { judgeOf } from './judge.fixture.ts';
import { TokenRefused } from './token-refused.ts';

let issuer: TestIssuer;
let judge: VerifyToken;
beforeAll(async () => {
  issuer = await openIssuer();
  judge = judgeOf(issuer);
});
afterAll(() => issuer.close());

/** Null for a token that got in, else the error that it got. */
async function refusalOf(token: string): Promise<unknown> {
  try {
    await judge(token);
    return null;
  } catch (error) {
    return error;
  }
}

test('the token that all of these are one step away from is good', async () => {
  const { header, claims } = issuer.good();
  const good = { subject: 'user of auth0|somebody', orgId: null };
  for (const token of [issuer.craft(header, claims), await issuer.sign(), issuer.craft({ ...header, typ: 'at+jwt', more: 1 }, claims)]) {
    expect(await judge(token)).toMatchObject({ userId: good.subject, orgId: good.orgId });
  }
});

test('ATK-052, ATK-053, ATK-054, ATK-055: whatever standards and public test suites know of bad tokens is refused, and cause one fetch', async () => {
  const tokens = Object.entries(hostileTokens(issuer));
  expect(tokens.length).toBeGreaterThan(150);
  await judge(await issuer.sign());
  const before = issuer.fetches;
  const answers = await Promise.all(tokens.map(async ([what, token]) => [what, await refusalOf(token)] as const));
  expect(answers.filter(([, refusal]) => !(refusal instanceof TokenRefused))).toEqual([]);
  expect(issuer.fetches - before).toBeLessThanOrEqual(1);
});

describe('by the thousand', () => {
  const base64url = fc.uint8Array({ maxLength: 200 }).map((bytes) => Buffer.from(bytes).toString('base64url'));
  const json = fc.json({ maxDepth: 4 }).map((text) => Buffer.from(text).toString('base64url'));
  const part = fc.oneof(base64url, json, fc.string({ maxLength: 100, unit: 'binary' }));

  test('what is no token is refused, and nothing else happens', async () => {
    const anything = fc.oneof(
      fc.string({ maxLength: 300, unit: 'binary' }),
      fc.array(part, { maxLength: 6 }).map((parts) => parts.join('.')),
    );
    await fc.assert(
      fc.asyncProperty(anything, async (token) => {
        expect(await refusalOf(token)).toBeInstanceOf(TokenRefused);
      }),
      { numRuns: 4_000 },
    );
  });

  test('a good token with one letter changed, more or less, or two of its places exchanged, is refused', async () => {
    const genuine = await issuer.sign();
    const letter = fc.oneof(fc.constantFrom(...Array.from('.=+/-_ \n\0aAzZ09')), fc.string({ minLength: 1, maxLength: 1, unit: 'binary' }));
    const place = fc.nat(genuine.length - 1);
    const changes = fc.oneof(
      fc.tuple(place, letter).map(([at, by]) => genuine.slice(0, at) + by + genuine.slice(at + 1)),
      fc.tuple(place, letter).map(([at, by]) => genuine.slice(0, at) + by + genuine.slice(at)),
      place.map((at) => genuine.slice(0, at) + genuine.slice(at + 1)),
      fc.tuple(place, place).map(([a, b]) => exchanged(genuine, a, b)),
    );
    await fc.assert(
      fc.asyncProperty(
        changes.filter((token) => token !== genuine),
        async (token) => {
          expect(await refusalOf(token)).toBeInstanceOf(TokenRefused);
        },
      ),
      { numRuns: 4_000 },
    );
  });

  test('what a genuine signature stands under gets in only where header and claims are those of a token for us', async () => {
    const { header, claims } = issuer.good();
    const value = fc.oneof(fc.jsonValue({ maxDepth: 2 }), fc.constant(undefined));
    const names = fc.constantFrom('iss', 'aud', 'sub', 'exp', 'nbf', 'app_metadata');
    const now = Math.floor(Date.now() / 1000);
    const likely = fc.constantFrom(
      now,
      now + 30,
      now - 30,
      now + 300,
      now - 300,
      claims['iss'],
      claims['aud'],
      [claims['aud']],
      {},
      { org_id: randomUUID() },
    );
    const headers = fc.dictionary(
      fc.constantFrom('alg', 'kid', 'typ', 'crit', 'jwk', 'more'),
      fc.oneof(fc.constantFrom('ES256', header.kid, 'JWT'), value),
      { maxKeys: 1 },
    );
    const payloads = fc.dictionary(names, fc.oneof(likely, value), { maxKeys: 2 });
    let taken = 0;
    await fc.assert(
      fc.asyncProperty(headers, payloads, async (otherHeader, otherClaims) => {
        const told = { header: { ...header, ...otherHeader }, claims: { ...claims, ...otherClaims } };
        const refusal = await refusalOf(issuer.craft(told.header, told.claims));
        taken += refusal === null ? 1 : 0;
        if (refusal !== null) expect(refusal).toBeInstanceOf(TokenRefused);
        else expect(isForUs(told, claims)).toBe(true);
      }),
      { numRuns: 4_000 },
    );
    expect(taken).toBeGreaterThan(100);
  });
});

interface Told {
  readonly header: Readonly<Record<string, unknown>>;
  readonly claims: Readonly<Record<string, unknown>>;
}

/** What must at least hold of a token that got in, written down a second time. */
function isForUs({ header, claims }: Told, good: Readonly<Record<string, unknown>>): boolean {
  const now = Date.now() / 1000;
  const { aud, exp, nbf, sub } = claims;
  return (
    header['alg'] === 'ES256' &&
    !('crit' in header && header['crit'] !== undefined) &&
    !('jwk' in header && header['jwk'] !== undefined) &&
    claims['iss'] === good['iss'] &&
    (aud === good['aud'] || (Array.isArray(aud) && aud.includes(good['aud']))) &&
    typeof sub === 'string' &&
    sub !== '' &&
    typeof exp === 'number' &&
    exp > now - 61 &&
    (nbf === undefined || (typeof nbf === 'number' && nbf < now + 61))
  );
}

function exchanged(text: string, a: number, b: number): string {
  const letters = Array.from(text);
  [letters[a], letters[b]] = [letters[b] ?? '', letters[a] ?? ''];
  return letters.join('');
}

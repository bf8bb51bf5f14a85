import { hostileTokens, openIssuer, type TestIssuer } from '@ringfence/testing/tokens';
import { addMember } from '@ringfence/platform/members';
import fc from 'fast-check';
import { SignJWT } from 'jose';
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { runServer, type RunningServer, type TestMember } from '../../running-server.fixture.ts';

const SECRET = 'super-secret-jwt-token-with-at-least-32-characters-long';

let issuer: TestIssuer;
let lost: TestIssuer;
let running: RunningServer;
let acme: TestMember;
let refused: unknown;

beforeAll(async () => {
  [issuer, lost] = await Promise.all([openIssuer(), openIssuer()]);
  lost.behave((response) => response.destroy());
  running = await runServer(() => ({
    jwtIssuers: [issuer.settings, lost.settings],
    jwtSecret: SECRET,
    legacyUntil: new Date(Date.now() + 3_600_000),
  }));
  acme = await running.createOrganization();
  refused = await answerTo('x');
});
afterAll(async () => {
  await running.close();
  await Promise.all([issuer.close(), lost.close()]);
});

interface Answered {
  readonly status: number;
  readonly body: unknown;
}

async function answerTo(token: string, procedure = 'session.me'): Promise<Answered> {
  const response = await fetch(`${running.url}/trpc/${procedure}`, { headers: { authorization: `Bearer ${token}` } });
  return { status: response.status, body: await response.json() };
}

function inSecret(claims: Record<string, unknown>): Promise<string> {
  const exp = Math.floor(Date.now() / 1000) + 3600;
  return new SignJWT({ exp, ...claims }).setProtectedHeader({ alg: 'HS256' }).sign(new TextEncoder().encode(SECRET));
}

/** Whether a token can be sent at all: no client puts other letters into a header. */
function canBeSent(token: string): boolean {
  return /^[\x21-\x7e]+$/.test(token) && token.length < 12_000;
}

test('ATK-052, ATK-053, ATK-054, ATK-055: whatever is wrong with a token, the answer is one and the same 401', async () => {
  expect(refused).toMatchObject({ status: 401, body: { error: { data: { code: 'UNAUTHORIZED' } } } });
  const tokens = Object.entries(hostileTokens(issuer)).filter(([, token]) => canBeSent(token));
  expect(tokens.length).toBeGreaterThan(140);
  const before = issuer.fetches;
  const answers = await Promise.all(tokens.map(async ([what, token]) => ({ what, answer: await answerTo(token) })));
  expect(answers.filter(({ answer }) => JSON.stringify(answer) !== JSON.stringify(refused))).toEqual([]);
  expect(issuer.fetches - before).toBeLessThanOrEqual(1);
});

test('ATK-052: by the thousand, letters that anybody may send are a 401 and nothing else', { timeout: 120_000 }, async () => {
  const genuine = await issuer.sign();
  const letter = fc.constantFrom(...Array.from('.-_+/=AZaz09!"{}[]()<>;:,%&\\|~'));
  const anything = fc.string({ minLength: 1, maxLength: 400, unit: letter });
  const json = fc.json().map((text) => Buffer.from(text).toString('base64url'));
  const parts = fc.array(json, { minLength: 1, maxLength: 5 }).map((told) => told.join('.'));
  const changed = fc
    .tuple(fc.nat(genuine.length - 1), letter)
    .map(([at, by]) => genuine.slice(0, at) + by + genuine.slice(at + 1))
    .filter((token) => token !== genuine);
  const batch = fc.array(fc.oneof(anything, parts, changed).filter(canBeSent), { minLength: 20, maxLength: 20 });
  await fc.assert(
    fc.asyncProperty(batch, async (tokens) => {
      const answers = await Promise.all(tokens.filter((token) => !token.startsWith('rf_')).map((token) => answerTo(token)));
      expect(answers.filter((answer) => JSON.stringify(answer) !== JSON.stringify(refused))).toEqual([]);
    }),
    { numRuns: 60, endOnFailure: true },
  );
});

test('a person of an outside issuer is signed in from the first token on, belongs nowhere, and works once made a member', async () => {
  const claims = { sub: `auth0|${randomUUID()}`, email: 'ann@example.com', email_verified: true, name: 'Ann' };
  const me = await answerTo(await issuer.sign({ claims }));
  expect(me).toMatchObject({
    status: 200,
    body: { result: { data: { user: { email: 'ann@example.com' }, organizations: [], activeOrgId: null } } },
  });
  const token = await issuer.sign({ claims: { ...claims, app_metadata: { org_id: acme.orgId } } });
  expect((await answerTo(token, 'calls.list')).status).toBe(403);
  const user = await running.identity.findUserBySubject({ issuer: issuer.settings.issuer, subject: claims.sub });
  await running.tenancies.service.inTenant({ orgId: acme.orgId, actor: { kind: 'operator', id: 'test' } }, (db) =>
    addMember(db, { userId: user?.id ?? '', role: 'viewer' }),
  );
  expect((await answerTo(token, 'calls.list')).status).toBe(200);
  expect((await answerTo(await issuer.sign({ claims }), 'calls.list')).status).toBe(403);
});

test('ATK-055: an outside subject that is spelled like our member is nobody here; the shared secret names our users, by contract', async () => {
  const claims = { sub: acme.userId, app_metadata: { org_id: acme.orgId } };
  expect((await answerTo(await issuer.sign({ claims }), 'calls.list')).status).toBe(403);
  expect((await answerTo(await inSecret(claims), 'calls.list')).status).toBe(200);
  expect((await answerTo(await inSecret({ ...claims, iss: issuer.settings.issuer }), 'calls.list')).status).toBe(401);
  const publicKeyOfSupabase = await inSecret({ iss: 'supabase', ref: 'abc', role: 'anon' });
  expect((await answerTo(publicKeyOfSupabase)).status).toBe(401);
});

test('ATK-054: sixty seconds of skew are forgiven at both ends, and no more', async () => {
  const now = Math.floor(Date.now() / 1000);
  const sub = `auth0|${randomUUID()}`;
  const cases: [Record<string, number>, number][] = [
    [{ exp: now - 50 }, 200],
    [{ exp: now - 61 }, 401],
    [{ nbf: now + 60 }, 200],
    [{ nbf: now + 75 }, 401],
  ];
  for (const [times, status] of cases)
    expect([times, (await answerTo(await issuer.sign({ claims: { sub, ...times } }))).status]).toEqual([times, status]);
});

test('ATK-056: user_metadata never overrides, never lets in who is no member, and its uses are counted without a label', async () => {
  const other = await running.createOrganization('Rival Ltd');
  const legacy = (claims: Record<string, unknown>) => inSecret({ sub: acme.userId, ...claims });
  const told = async (claims: Record<string, unknown>) => (await answerTo(await legacy(claims), 'calls.list')).status;
  expect(await told({ user_metadata: { org_id: acme.orgId } })).toBe(200);
  expect(await told({ user_metadata: { org_id: other.orgId } })).toBe(403);
  expect(await told({ user_metadata: { org_id: acme.orgId }, app_metadata: { org_id: other.orgId } })).toBe(403);
  expect(await told({ user_metadata: { org_id: other.orgId }, app_metadata: { org_id: acme.orgId } })).toBe(200);
  expect(await told({})).toBe(403);
  expect(await running.identity.listLegacyClaims()).toMatchObject([{ userId: acme.userId, orgId: acme.orgId, uses: 1 }]);
  expect(await (await fetch(`${running.url}/metrics`)).text()).toMatch(/^ringfence_legacy_claims_total 1$/m);
});

test('an issuer whose keys were never had is a 503 for its tokens, shows in /readyz, and stops nobody else', async () => {
  expect(await answerTo(await lost.sign())).toMatchObject({ status: 503, body: { error: { data: { code: 'SERVICE_UNAVAILABLE' } } } });
  expect(await (await fetch(`${running.url}/readyz`)).json()).toMatchObject({ degraded: [`keys of ${lost.settings.issuer}`] });
  expect((await answerTo(await issuer.sign())).status).toBe(200);
  expect((await answerTo(acme.token, 'calls.list')).status).toBe(200);
});

test('ATK-106: no token is in the log', () => {
  const log = running.log.join('');
  expect(log).toContain('session.me');
  expect(log).not.toMatch(/eyJ[\w-]{10}/);
});

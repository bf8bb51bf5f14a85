import { addMember, removeMember } from '@ringfence/platform/members';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { PUBLIC_URL, runServer, type RunningServer, type TestMember } from '../../running-server.fixture.ts';

const ANN = { email: 'ann@example.com', password: 'correct horse battery' };
let running: RunningServer;
let acme: TestMember;
let userId: string;

beforeAll(async () => {
  running = await runServer();
  acme = await running.createOrganization();
  ({ userId } = await running.identity.createUser({ ...ANN, name: 'Ann' }));
  await running.tenancies.service.inTenant({ orgId: acme.orgId, actor: { kind: 'operator', id: 'test' } }, (db) =>
    addMember(db, { userId, role: 'agent' }),
  );
});
afterAll(() => running.close());

function post(path: string, body: unknown, headers: Record<string, string> = {}): Promise<Response> {
  return fetch(running.url + path, {
    method: 'POST',
    body: JSON.stringify(body),
    headers: { 'content-type': 'application/json', origin: PUBLIC_URL, ...headers },
  });
}

async function signIn(): Promise<string> {
  const response = await post('/auth/sign-in/email', ANN);
  expect(response.status).toBe(200);
  return response.headers
    .getSetCookie()
    .map((cookie) => cookie.split(';')[0])
    .join('; ');
}

async function tokenOf(cookie: string): Promise<string> {
  const response = await fetch(`${running.url}/auth/token`, { headers: { cookie } });
  return ((await response.json()) as { token: string }).token;
}

test('a sign-in gives a cookie that scripts and other sites never see, and a token of the first organisation', async () => {
  const response = await post('/auth/sign-in/email', ANN);
  expect(response.headers.getSetCookie()[0]).toMatch(
    /^__Secure-ringfence\.session_token=.*; Path=\/auth; HttpOnly; Secure; SameSite=Strict$/,
  );
  const signedIn = await running.identity.verifyToken(await tokenOf(await signIn()));
  expect(signedIn).toMatchObject({ userId, orgId: acme.orgId, sessionId: expect.any(String) });
  expect(signedIn.expiresAt.getTime() - Date.now()).toBeLessThanOrEqual(300_000);
});

test('session.me names the user, and a switch to where one does not belong is refused', async () => {
  const token = await tokenOf(await signIn());
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
  const me = await fetch(`${running.url}/trpc/session.me`, { headers });
  expect(await me.json()).toMatchObject({
    result: { data: { user: { email: ANN.email, name: 'Ann' }, activeOrgId: acme.orgId, organizations: [{ role: 'agent' }] } },
  });
  const rival = await running.createOrganization('Rival Ltd');
  const body = JSON.stringify({ orgId: rival.orgId });
  expect((await fetch(`${running.url}/trpc/session.switch`, { method: 'POST', headers, body })).status).toBe(404);
});

test('ATK-057: a removed member gets no token for the organisation, and the old one opens nothing', async () => {
  const second = await running.createOrganization('Second Ltd');
  const asOperator = { orgId: second.orgId, actor: { kind: 'operator', id: 'test' } } as const;
  await running.tenancies.service.inTenant(asOperator, (db) => addMember(db, { userId, role: 'agent' }));
  const cookie = await signIn();
  const headers = { authorization: `Bearer ${await tokenOf(cookie)}`, 'content-type': 'application/json' };
  const body = JSON.stringify({ orgId: second.orgId });
  expect((await fetch(`${running.url}/trpc/session.switch`, { method: 'POST', headers, body })).status).toBe(200);
  const switched = await tokenOf(cookie);
  const list = () => fetch(`${running.url}/trpc/calls.list`, { headers: { authorization: `Bearer ${switched}` } });
  expect((await list()).status).toBe(200);
  await running.tenancies.service.inTenant(asOperator, (db) => removeMember(db, { userId }));
  expect((await list()).status).toBe(403);
  expect(await running.identity.verifyToken(await tokenOf(cookie))).toMatchObject({ orgId: null });
});

test('ATK-069: another origin, a look-alike and none at all in a frame are refused', async () => {
  for (const origin of ['https://ringfence.test.evil.example', 'http://ringfence.test', 'https://ringfence.test:8443', 'null']) {
    expect((await post('/auth/sign-in/email', ANN, { origin })).status).toBe(403);
  }
});

test('nothing of the identity provider but the listed routes is there', async () => {
  const cookie = await signIn();
  for (const path of [
    'update-session',
    'delete-user',
    'delete-user/callback',
    'link-social',
    'verify-email',
    'send-verification-email',
    'reset-password/x',
    'change-email',
    'list-sessions',
    'sign-in/social',
    'ok',
    'error',
    'token/',
    '../auth/ok',
  ]) {
    expect([path, (await post(`/auth/${path}`, {}, { cookie })).status]).toEqual([path, 404]);
  }
});

test('passwords, cookies and addresses stay out of the log', async () => {
  const cookie = await signIn();
  await post('/auth/sign-in/email', { ...ANN, password: 'wrong password' });
  const log = running.log.join('');
  for (const canary of [ANN.email, ANN.password, 'wrong password', cookie.split('=')[1] ?? '-']) expect(log).not.toContain(canary);
});

test('attempts are counted by the address somebody comes from, not by one that they name', async () => {
  const guess = (n: number) =>
    post(
      '/auth/reset-password',
      { token: `guess-${n}`, newPassword: 'a new password' },
      { 'x-forwarded-for': `203.0.113.${n}`, 'x-real-ip': `203.0.113.${n}`, 'x-ringfence-client-address': `203.0.113.${n}` },
    );
  const answers = await Promise.all(Array.from({ length: 31 }, (_, n) => guess(n)));
  expect(answers.filter(({ status }) => status === 429)).toHaveLength(1);
});

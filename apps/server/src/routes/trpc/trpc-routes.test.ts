import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { runServer, type RunningServer, type TestMember } from '../../running-server.fixture.ts';

let running: RunningServer;
let acme: TestMember;

beforeAll(async () => {
  running = await runServer();
  acme = await running.createOrganization();
});
afterAll(() => running.close());

function get(path: string, headers: Record<string, string> = { authorization: `Bearer ${acme.token}` }): Promise<Response> {
  return fetch(`${running.url}/trpc/${path}`, { headers });
}

function input(value: unknown): string {
  return `input=${encodeURIComponent(JSON.stringify(value))}`;
}

async function errorOf(response: Response): Promise<unknown> {
  return ((await response.json()) as { error: unknown }).error;
}

test('a member gets the list, in an answer that nobody may keep and no other origin may read', async () => {
  const response = await get('calls.list');
  expect([response.status, await response.json()]).toEqual([200, { result: { data: { items: [], nextCursor: null } } }]);
  expect(response.headers.get('cache-control')).toBe('private, no-store');
  expect(response.headers.get('vary')).toContain('authorization');
  expect(response.headers.get('access-control-allow-origin')).toBeNull();
});

test('without a token, with a cookie, with a changed token: the same 401', async () => {
  const answers = [
    {},
    { cookie: `ringfence.session_token=${acme.token}` },
    { authorization: `Bearer ${acme.token}x` },
    { authorization: `Basic ${acme.token}` },
  ];
  for (const headers of answers) {
    const response = await get('calls.list', headers);
    expect(response.status).toBe(401);
    expect(await errorOf(response)).toEqual({
      code: -32001,
      message: 'Sign in again: the bearer token is missing, expired or not valid here.',
      data: { code: 'UNAUTHORIZED', httpStatus: 401, path: 'calls.list' },
    });
  }
});

test('a token without an organisation is told what to do; who is no member any more is refused', async () => {
  const none = await running.identity.signToken({ userId: acme.userId, orgId: null, ttlSeconds: 60 });
  const refused = await get('calls.list', { authorization: `Bearer ${none}` });
  expect([refused.status, await errorOf(refused)]).toMatchObject([403, { message: expect.stringContaining('session.switch') }]);
  const stranger = await running.identity.signToken({ userId: randomUUID(), orgId: acme.orgId, ttlSeconds: 60 });
  expect((await get('calls.list', { authorization: `Bearer ${stranger}` })).status).toBe(403);
  const viewer = await running.addMember(acme.orgId, 'viewer');
  expect((await get('calls.list', { authorization: `Bearer ${viewer.token}` })).status).toBe(200);
  const tooLow = await get('connections.list', { authorization: `Bearer ${viewer.token}` });
  expect([tooLow.status, await errorOf(tooLow)]).toMatchObject([403, { data: { code: 'FORBIDDEN' } }]);
});

test('a wrong input names its field and what was expected', async () => {
  const cases = [
    [{ limit: 100_000 }, 'limit', 'limit: must be at most 200'],
    [{ status: 'gone' }, 'status', expect.stringMatching(/^status: must be one of ringing, /)],
    [{ org_id: randomUUID() }, 'org_id', 'org_id: is not a field of this input'],
    [{ from: 'yesterday' }, 'from', 'from: must be a time in ISO 8601 with its zone'],
    [{ cursor: 'x' }, 'cursor', expect.stringMatching(/^cursor: /)],
  ] as const;
  for (const [value, field, message] of cases) {
    const response = await get(`calls.list?${input(value)}`);
    expect([response.status, await errorOf(response)]).toMatchObject([400, { message, data: { code: 'BAD_REQUEST', field } }]);
  }
  expect(await errorOf(await get(`calls.get?${input({})}`))).toMatchObject({ message: 'id: is missing', data: { field: 'id' } });
  expect(await errorOf(await get('calls.get?input=%7B'))).toMatchObject({ data: { httpStatus: 400 } });
});

test('ATK-020: an id that nobody has is absent, in words without the id', async () => {
  const id = randomUUID();
  const response = await get(`calls.get?${input({ id })}`);
  expect([response.status, await response.text()]).toEqual([404, expect.not.stringContaining(id)]);
});

test('ATK-068, ATK-071: other content types, large bodies, long batches and changes by GET are refused', async () => {
  const post = (body: string, type: string) =>
    fetch(`${running.url}/trpc/session.switch`, {
      method: 'POST',
      body,
      headers: { 'content-type': type, authorization: `Bearer ${acme.token}` },
    });
  const text = await post('{}', 'text/plain');
  expect([text.status, await errorOf(text)]).toMatchObject([415, { data: { code: 'UNSUPPORTED_MEDIA_TYPE' } }]);
  expect((await post('a=b', 'application/x-www-form-urlencoded')).status).toBe(415);
  const large = await post(`{"orgId":"${'x'.repeat(256 * 1024)}"}`, 'application/json');
  expect([large.status, await errorOf(large)]).toMatchObject([413, { data: { code: 'PAYLOAD_TOO_LARGE' } }]);
  expect((await get(`session.switch?${input({ orgId: acme.orgId })}`)).status).toBe(405);
  expect((await get(`${Array(50).fill('session.me').join(',')}?batch=1&input=%7B%7D`)).status).toBe(200);
  expect((await get(`${Array(51).fill('session.me').join(',')}?batch=1&input=%7B%7D`)).status).toBe(400);
});

test('one wrong entry of a batch leaves the others alone', async () => {
  const response = await get(`calls.list,calls.get,organization.current?batch=1&${input({ 1: { id: randomUUID() } })}`);
  expect(response.status).toBe(207);
  expect(await response.json()).toMatchObject([
    { result: { data: { items: [] } } },
    { error: { data: { code: 'NOT_FOUND' } } },
    { result: { data: { id: acme.orgId, role: 'owner' } } },
  ]);
});

test('ATK-106: neither a token nor an address with its input is in the log', async () => {
  await get(`calls.list?${input({ search: '+4930999888' })}`);
  await get('4930999888');
  const log = running.log.join('');
  expect(log).toContain('"procedure":"calls.list"');
  for (const canary of ['4930999888', acme.token]) expect(log).not.toContain(canary);
});

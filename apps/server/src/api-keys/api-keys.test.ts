import { afterAll, beforeAll, expect, test } from 'vitest';
import { runServer, type RunningServer, type TestMember } from '../running-server.fixture.ts';
import { query } from '../webhook-calls.fixture.ts';

interface CreatedKey {
  readonly id: string;
  readonly key: string;
  readonly prefix: string;
}

interface ListedKey {
  readonly id: string;
  readonly name: string;
  readonly prefix: string;
  readonly lastUsedAt: string | null;
  readonly revokedAt: string | null;
}

let running: RunningServer;
let acme: TestMember;
let rival: TestMember;

beforeAll(async () => {
  running = await runServer();
  [acme, rival] = [await running.createOrganization(), await running.createOrganization('Rival Ltd')];
});
afterAll(() => running.close());

function ask(token: string, path: string, input?: unknown): Promise<Response> {
  const search = input === undefined ? '' : `?input=${encodeURIComponent(JSON.stringify(input))}`;
  return fetch(`${running.url}/trpc/${path}${search}`, { headers: { authorization: `Bearer ${token}` } });
}

function change(token: string, path: string, input: unknown): Promise<Response> {
  return fetch(`${running.url}/trpc/${path}`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: JSON.stringify(input),
  });
}

async function createKey(input: object, { token } = acme): Promise<CreatedKey> {
  const response = await change(token, 'apiKeys.create', { name: 'Reporting', role: 'viewer', ...input });
  expect(response.status, await response.clone().text()).toBe(200);
  return ((await response.json()) as { result: { data: CreatedKey } }).result.data;
}

async function listed(id: string): Promise<ListedKey | undefined> {
  return (await query<{ items: ListedKey[] }>(running, 'apiKeys.list', acme)).items.find((item) => item.id === id);
}

test('a key is told once, works in its organisation with its role, and ends with the next request after its revocation', async () => {
  const { id, key, prefix } = await createKey({ role: 'agent' });
  expect(key).toMatch(/^rf_[0-9A-Za-z]{49}$/);
  expect(await query(running, 'organization.current', { token: key })).toMatchObject({ id: acme.orgId, role: 'agent' });
  expect((await ask(key, 'connections.list')).status).toBe(403);
  const list = await (await ask(acme.token, 'apiKeys.list')).text();
  expect(list).toContain(prefix);
  expect(list).not.toContain(key.slice(prefix.length));
  expect((await change(acme.token, 'apiKeys.revoke', { id })).status).toBe(200);
  const refused = await ask(key, 'organization.current');
  expect([refused.status, await refused.json()]).toMatchObject([401, { error: { data: { code: 'UNAUTHORIZED' } } }]);
  expect((await listed(id))?.revokedAt).not.toBeNull();
  expect((await change(acme.token, 'apiKeys.revoke', { id })).status).toBe(404);
});

test('a key that ended is refused, and one that would never begin is not made', async () => {
  const soon = new Date(Date.now() + 1_500);
  const { key } = await createKey({ expiresAt: soon.toISOString() });
  expect((await ask(key, 'organization.current')).status).toBe(200);
  await expect.poll(async () => (await ask(key, 'organization.current')).status, { timeout: 10_000 }).toBe(401);
  expect(Date.now()).toBeGreaterThanOrEqual(soon.getTime());
  const past = await change(acme.token, 'apiKeys.create', { name: 'Late', role: 'viewer', expiresAt: '2020-01-01T00:00:00Z' });
  expect([past.status, await past.json()]).toMatchObject([400, { error: { data: { field: 'expiresAt' } } }]);
});

test('nobody makes an owner of a key, and agents and keys make none at all', async () => {
  expect((await change(acme.token, 'apiKeys.create', { name: 'Root', role: 'owner' })).status).toBe(400);
  const agent = await running.addMember(acme.orgId, 'agent');
  const { id, key } = await createKey({ role: 'admin' });
  for (const token of [agent.token, key]) {
    expect((await change(token, 'apiKeys.create', { name: 'Child', role: 'viewer' })).status).toBe(403);
    expect((await change(token, 'apiKeys.revoke', { id })).status).toBe(403);
  }
  expect((await ask(key, 'apiKeys.list')).status).toBe(200);
  expect((await ask(key, 'session.me')).status).toBe(403);
  expect((await change(key, 'session.switch', { orgId: rival.orgId })).status).toBe(403);
});

test('another organisation neither sees nor ends a key', async () => {
  const { id, key } = await createKey({});
  const absent = await change(rival.token, 'apiKeys.revoke', { id });
  expect(absent.status).toBe(404);
  expect(await (await ask(rival.token, 'apiKeys.list')).json()).toEqual({ result: { data: { items: [] } } });
  expect((await ask(key, 'organization.current')).status).toBe(200);
});

test('the last use of a key is seen soon, of a revoked one no more', async () => {
  const [used, unused] = [await createKey({ name: 'Used' }), await createKey({ name: 'Unused' })];
  expect((await listed(used.id))?.lastUsedAt).toBeNull();
  await change(acme.token, 'apiKeys.revoke', { id: unused.id });
  for (const { key } of [used, unused]) await ask(key, 'organization.current');
  await expect.poll(async () => (await listed(used.id))?.lastUsedAt, { timeout: 15_000 }).not.toBeNull();
  expect((await listed(unused.id))?.lastUsedAt).toBeNull();
});

test('ATK-064 a stream of a key ends within five seconds after the revocation', { timeout: 30_000 }, async () => {
  const { id, key } = await createKey({});
  const stream = await ask(key, 'calls.updates', {});
  expect(stream.status).toBe(200);
  const ended = (async () => {
    for await (const chunk of stream.body ?? []) void chunk;
    return performance.now();
  })();
  const revokedAt = performance.now();
  expect((await change(acme.token, 'apiKeys.revoke', { id })).status).toBe(200);
  expect((await ended) - revokedAt).toBeLessThan(5_500);
  expect((await ask(key, 'calls.updates', {})).status).toBe(401);
});

test('ATK-106 no key is in the log', async () => {
  const { key } = await createKey({});
  await ask(key, 'organization.current');
  await ask(`${key}x`, 'organization.current');
  expect(running.log.join('')).not.toContain(key.slice(3, 30));
});

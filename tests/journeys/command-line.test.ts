import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createRingfenceClient } from '@ringfence/client';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { freePort } from './system/free-port.ts';
import { postgresOf } from './system/process-of.ts';
import { ringfenceJson, runRingfence } from './system/run-ringfence.ts';
import { type RingfenceRun, startRingfence } from './system/start-ringfence.ts';

interface Member {
  readonly orgId: string;
  readonly userId: string;
}

// A dozen programs start here, one after another, perhaps on a machine that is busy with other tests.
vi.setConfig({ testTimeout: 300_000 });

const dataDir = mkdtempSync(path.join(tmpdir(), 'ringfence-commands-'));
let variables: Record<string, string> = {};
let run: RingfenceRun | undefined;

beforeAll(async () => {
  variables = { RINGFENCE_DATA_DIR: dataDir, PORT: String(await freePort()), RINGFENCE_DEMO: '0' };
});

afterAll(async () => {
  run?.kill('SIGTERM');
  await run?.ended;
  rmSync(dataDir, { recursive: true, force: true, maxRetries: 20, retryDelay: 250 });
});

test('with nothing running, commands bring the database along and put it away again; what they made is there for a start', async () => {
  expect((await ringfenceJson<{ applied: number }>(variables, 'migrate')).applied).toBeGreaterThan(0);
  expect((await ringfenceJson<{ applied: number }>(variables, 'migrate')).applied).toBe(0);
  const early = await makeMember('Early Ltd', 'early@commands.example');
  expect(postgresOf(dataDir)).toBeNull();

  run = startRingfence(variables);
  await run.ready();
  const { token } = await ringfenceJson<{ token: string }>(variables, 'token', '--org', early.orgId, '--user', early.userId);
  const api = createRingfenceClient({ url: `http://127.0.0.1:${variables['PORT'] ?? ''}`, token });
  expect(await api.organization.current.query()).toMatchObject({ id: early.orgId, name: 'Early Ltd', role: 'owner' });
});

test('with the server running, commands work on its database, and it sees at once what they did', async () => {
  const late = await makeMember('Late Ltd', 'late@commands.example');
  const { token } = await ringfenceJson<{ token: string }>(variables, 'token', '--org', late.orgId, '--user', late.userId, '--ttl', '5m');
  const api = createRingfenceClient({ url: `http://127.0.0.1:${variables['PORT'] ?? ''}`, token });
  expect(await api.connections.list.query()).toEqual([]);
  const added = await ringfenceJson<{ connectionId: string; secret: string; webhookUrl: string }>(
    variables,
    'connection',
    'add',
    '--org',
    late.orgId,
    '--provider',
    'vapi',
  );
  expect(added.webhookUrl).toBe(`http://127.0.0.1:${variables['PORT'] ?? ''}/webhooks/vapi/${added.connectionId}`);
  expect(added.secret.length).toBeGreaterThanOrEqual(16);
  expect((await api.connections.list.query()).map(({ id }) => id)).toEqual([added.connectionId]);

  await addOwner(late.orgId, 'successor@commands.example');
  await ringfenceJson(variables, 'member', 'remove', '--org', late.orgId, '--user', late.userId);
  await expect(api.connections.list.query()).rejects.toMatchObject({ data: { code: 'FORBIDDEN' } });
});

test('verify finds every tenant table closed, and says so in one document', async () => {
  const { code, printed } = await runRingfence(variables, 'verify', '--json');
  expect(code).toBe(0);
  expect(JSON.parse(printed)).toBeTypeOf('object');
});

test.each([
  [['member', 'add', '--org', 'no-uuid', '--email', 'a@b.example', '--role', 'owner']],
  [['connection', 'add', '--org', '01930000-0000-7000-8000-000000000000', '--provider', 'carrier-pigeon']],
])('wrong usage ends with 2 and one line: %j', async (args) => {
  const { code, printed, told } = await runRingfence(variables, ...args);
  expect({ code, printed }).toEqual({ code: 2, printed: '' });
  expect(told.trim().split('\n')).toHaveLength(1);
});

async function makeMember(name: string, email: string): Promise<Member> {
  const { orgId } = await ringfenceJson<{ orgId: string }>(variables, 'org', 'create', name);
  return { orgId, userId: await addOwner(orgId, email) };
}

async function addOwner(orgId: string, email: string): Promise<string> {
  const owner = ['--org', orgId, '--email', email, '--role', 'owner'];
  return (await ringfenceJson<{ userId: string }>(variables, 'member', 'add', ...owner)).userId;
}

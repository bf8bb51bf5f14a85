import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { addTwilio } from './system/add-twilio.ts';
import { apiOf } from './system/api-of.ts';
import { freePort } from './system/free-port.ts';
import { copyPreparedData } from './system/prepared-data.ts';
import { isAlive, postgresOf, processOf, supervisorOf } from './system/process-of.ts';
import { readSignIns } from './system/read-sign-ins.ts';
import { ringfenceJson } from './system/run-ringfence.ts';
import { type RingfenceRun, startRingfence } from './system/start-ringfence.ts';
import { tellTime } from './system/tell-time.ts';
import { newCall } from './system/twilio-line.ts';

// Whole starts, one after another, perhaps on a machine that is busy with other tests.
vi.setConfig({ testTimeout: 300_000, hookTimeout: 60_000 });

let dataDir = '';
let port = '';
const runs: RingfenceRun[] = [];

beforeEach(async () => {
  dataDir = mkdtempSync(path.join(tmpdir(), 'ringfence-start-'));
  port = String(await freePort());
});

afterEach(async () => {
  for (const run of runs.splice(0)) {
    run.kill('SIGTERM');
    await run.ended;
  }
  rmSync(dataDir, { recursive: true, force: true, maxRetries: 20, retryDelay: 250 });
});

test('a start tells where it is ready and who can sign in, and ends whole with SIGTERM; the next is quick and tells the same', async () => {
  const first = start();
  tellTime('the first start is ready', await first.ready());
  const [readyLine, ...signInLines] = first.lines();
  expect(readyLine).toBe(`Ringfence is ready at http://127.0.0.1:${port}`);
  expect(signInLines).toHaveLength(2);
  const organizations = readSignIns(first.lines()).map((signIn) => apiOf(`http://127.0.0.1:${port}`, signIn).organization.current.query());
  expect((await Promise.all(organizations)).map(({ name }) => name)).toEqual(
    readSignIns(first.lines()).map(({ organization }) => organization),
  );

  const processes = [supervisorOf(dataDir), postgresOf(dataDir) ?? 0, processOf(first, 'server'), processOf(first, 'worker')];
  expect(processes.map(isAlive)).toEqual([true, true, true, true]);
  first.kill('SIGTERM');
  expect(await first.ended).toEqual({ code: 0, signal: null });
  expect(processes.map(isAlive)).toEqual([false, false, false, false]);
  expect(postgresOf(dataDir)).toBeNull();

  const second = start();
  tellTime('the second start is ready', await second.ready());
  expect(second.lines()).toEqual(first.lines());
});

test('beside one that runs, a start on its data folder or on its port ends with 2 and one line that says whose it is', async () => {
  await copyPreparedData(dataDir);
  const first = start({ RINGFENCE_DEMO: '0' });
  await first.ready();
  const sameFolder = start({ PORT: String(await freePort()) });
  expect(await sameFolder.ended).toEqual({ code: 2, signal: null });
  expect([sameFolder.lines(), sameFolder.log().length]).toEqual([[], 1]);
  expect(sameFolder.log()[0]).toContain(`process ${supervisorOf(dataDir)}`);

  const otherFolder = mkdtempSync(path.join(tmpdir(), 'ringfence-start-'));
  const samePort = start({ RINGFENCE_DATA_DIR: otherFolder });
  expect(await samePort.ended).toEqual({ code: 2, signal: null });
  expect(samePort.log()).toEqual([`PORT: ${port} on 127.0.0.1 is taken by another program; expected a free one.`]);
  rmSync(otherFolder, { recursive: true, force: true });
  expect((await fetch(`http://127.0.0.1:${port}/readyz`)).status).toBe(200);
});

test('after its supervisor was killed, the rest ends by itself, and a new start has all that was acknowledged', async () => {
  await copyPreparedData(dataDir);
  const first = start({ RINGFENCE_DEMO: '0' });
  await first.ready();
  const variables = { RINGFENCE_DATA_DIR: dataDir, PORT: port };
  const { orgId } = await ringfenceJson<{ orgId: string }>(variables, 'org', 'create', 'Survivor Ltd');
  const person = { email: 'owner@survivor.example', password: 'still-here-0100' };
  await ringfenceJson(
    variables,
    'member',
    'add',
    '--org',
    orgId,
    '--email',
    person.email,
    '--role',
    'owner',
    '--password',
    person.password,
  );
  const line = await addTwilio(variables, orgId);
  expect((await line.status(newCall('+14155550137'), 'ringing', 0)).status).toBe(204);

  const left = [postgresOf(dataDir) ?? 0, processOf(first, 'server'), processOf(first, 'worker')];
  process.kill(supervisorOf(dataDir), 'SIGKILL');
  await first.ended;
  await expect.poll(() => left.map(isAlive), { timeout: 30_000 }).toEqual([false, false, false]);

  const second = start({ RINGFENCE_DEMO: '0' });
  await second.ready();
  const { items } = await apiOf(`http://127.0.0.1:${port}`, { ...person, organization: 'Survivor Ltd' }).calls.list.query({});
  expect(items.map(({ fromNumber, status }) => [fromNumber, status])).toEqual([['+14155550137', 'ringing']]);
});

test('a start that is killed half-way leaves nothing that stops the next', async () => {
  const first = start();
  await expect.poll(() => first.log().some((line) => line.includes('migrating')), { timeout: 60_000, interval: 10 }).toBe(true);
  process.kill(supervisorOf(dataDir), 'SIGKILL');
  await first.ended;
  const second = start();
  await second.ready();
  expect(readSignIns(second.lines())).toHaveLength(2);
});

test.each([
  ['PORT', 'eighty'],
  ['DATABASE_URL', 'mysql://somewhere'],
  ['RINGFENCE_DEMO', 'perhaps'],
  ['LOG_LEVEL', 'loud'],
  ['RINGFENCE_JWT_ISSUERS', '[{"issuer":"https://a.example"}]'],
  ['RINGFENCE_JWT_SECRET', 'short'],
  ['RINGFENCE_LEGACY_USER_METADATA_UNTIL', 'next year'],
  ['RINGFENCE_DEV_ORG', 'acme'],
])('a wrong %s ends the start with 2, and the last line names it', async (name, value) => {
  await copyPreparedData(dataDir);
  const run = start({ RINGFENCE_DEMO: '0', [name]: value });
  expect(await run.ended).toEqual({ code: 2, signal: null });
  expect(run.lines()).toEqual([]);
  expect(run.log().at(-1)).toMatch(new RegExp(`^${name}: .*expected`));
});

function start(more: Readonly<Record<string, string>> = {}): RingfenceRun {
  const run = startRingfence({ RINGFENCE_DATA_DIR: dataDir, PORT: port, ...more });
  runs.push(run);
  return run;
}

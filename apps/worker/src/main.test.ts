import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { recordings } from '@ringfence/db/schema';
import { openTenancies, testDatabase } from '@ringfence/testing/database';
import { afterAll, afterEach, expect, test } from 'vitest';
import { recordedCall } from './recorded-call.fixture.ts';
import { silence, slowProvider } from './slow-provider.fixture.ts';

const MAIN = fileURLToPath(new URL('main.ts', import.meta.url));

const database = await testDatabase();
const tenancies = openTenancies(database);
const provider = await slowProvider();
const folder = await mkdtemp(path.join(tmpdir(), 'ringfence-worker-'));
const environment = {
  PATH: process.env['PATH'],
  WORKER_DATABASE_URL: database.urls.worker,
  RINGFENCE_SECRET_KEY: database.secretKey.toString('base64'),
  STORAGE_URL: `file:${folder}`,
  RINGFENCE_RECORDING_HOSTS: provider.host,
};
const started: ChildProcess[] = [];

function start(variables: Record<string, string | undefined> = environment): ChildProcess {
  const child = fork(MAIN, { env: variables, stdio: ['ignore', 'pipe', 'pipe', 'ipc'] });
  started.push(child);
  return child;
}

afterEach(() => {
  for (const child of started.splice(0)) child.kill('SIGKILL');
});
afterAll(async () => {
  await provider.close();
  await tenancies.close();
  await database.close();
  await rm(folder, { recursive: true });
});

test(
  'ATK-078 a worker killed in the middle of a download: the recording is stored once, within a minute',
  { timeout: 120_000 },
  async () => {
    const { owner } = await recordedCall(tenancies, database.secretKey, provider.host);
    const killed = start();
    await expect.poll(() => provider.downloads, { timeout: 30_000 }).toBe(1);
    killed.kill('SIGKILL');
    const killedAt = performance.now();
    start();
    const stored = () => tenancies.app.inTenant(owner, (db) => db.select().from(recordings));
    await expect.poll(async () => (await stored())[0]?.status, { timeout: 90_000, interval: 200 }).toBe('stored');
    expect(performance.now() - killedAt).toBeLessThan(60_000);
    expect(await stored()).toMatchObject([{ attempts: 2, sizeBytes: silence().length, durationMs: 1000, channels: 1, lastError: null }]);
    const files = (await readdir(folder, { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile());
    const whole = await Promise.all(files.map(async (file) => (await readFile(path.join(file.parentPath, file.name))).equals(silence())));
    expect(whole.filter(Boolean)).toHaveLength(1);
  },
);

test('a worker told to end ends in order', { timeout: 60_000 }, async () => {
  const child = start();
  await once(child, 'message');
  child.kill('SIGTERM');
  expect(await once(child, 'exit')).toEqual([0, null]);
});

test('a worker whose parent is gone ends too', { timeout: 60_000 }, async () => {
  const child = start();
  await once(child, 'message');
  child.disconnect();
  expect(await once(child, 'exit')).toEqual([0, null]);
});

test('what the operator must set right ends the start with one line and exit 2', { timeout: 60_000 }, async () => {
  const child = start({ ...environment, STORAGE_URL: 's3://bucket' });
  const [said, [code]] = await Promise.all([child.stderr ? text(child.stderr) : '', once(child, 'exit')]);
  expect({ said, code }).toEqual({
    said: 'STORAGE_URL: must name a region, as in s3://<bucket>/<prefix>?endpoint=<address>&region=<region>\n',
    code: 2,
  });
});

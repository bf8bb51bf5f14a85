import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, writeFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { platform, tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { recordingPeaks, recordings } from '@ringfence/db/schema';
import { openTenancies, testDatabase } from '@ringfence/testing/database';
import { afterAll, expect, test } from 'vitest';
import { serveLongSound } from './long-sound.fixture.ts';
import { recordedCall } from './recorded-call.fixture.ts';

const MAIN = fileURLToPath(new URL('main.ts', import.meta.url));
/** More than two hours in two channels. */
const SIZE_BYTES = 500_000_000;
const MEGABYTE = 1_000_000;

const database = await testDatabase();
const tenancies = openTenancies(database);
const sound = await serveLongSound(SIZE_BYTES);
const folder = await mkdtemp(path.join(tmpdir(), 'ringfence-worker-'));
let child: ChildProcess | undefined;
afterAll(async () => {
  child?.kill('SIGKILL');
  await sound.close();
  await tenancies.close();
  await database.close();
  await rm(folder, { recursive: true });
});

/** Of a process, as Linux counts it: what it holds, and the most that it held since `forget`. */
function memoryOf(pid: number, name: 'VmRSS' | 'VmHWM'): number {
  const [, kilobytes] = new RegExp(`^${name}:\\s+(\\d+) kB`, 'm').exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
  return Number(kilobytes) * 1024;
}

const forget = (pid: number) => writeFileSync(`/proc/${pid}/clear_refs`, '5');

test.skipIf(platform() !== 'linux')(
  'ATK-099 a recording of half a gigabyte is stored, checked and drawn in under 100 MB of memory',
  { timeout: 600_000 },
  async ({ annotate }) => {
    child = fork(MAIN, {
      env: {
        PATH: process.env['PATH'],
        WORKER_DATABASE_URL: database.urls.worker,
        RINGFENCE_SECRET_KEY: database.secretKey.toString('base64'),
        STORAGE_URL: `file:${folder}`,
        RINGFENCE_RECORDING_HOSTS: sound.host,
        LOG_LEVEL: 'fatal',
      },
    });
    await once(child, 'message');
    const { pid = 0 } = child;
    const before = memoryOf(pid, 'VmRSS');
    forget(pid);
    const { owner } = await recordedCall(tenancies, database.secretKey, sound.host);
    const stored = () => tenancies.app.inTenant(owner, (db) => db.select().from(recordings));
    await expect.poll(async () => (await stored())[0]?.status, { timeout: 540_000, interval: 250 }).toBe('stored');
    const grown = memoryOf(pid, 'VmHWM') - before;
    await annotate(`${Math.round(grown / MEGABYTE)} MB`);
    expect(await stored()).toMatchObject([
      { attempts: 1, sizeBytes: SIZE_BYTES, sha256: sound.sha256(), channels: 2, durationMs: sound.durationMs },
    ]);
    const [peaks] = await tenancies.app.inTenant(owner, (db) => db.select().from(recordingPeaks));
    expect(peaks).toMatchObject({ bucketMs: Math.ceil(sound.durationMs / 2_000), channels: 2 });
    expect(grown).toBeLessThan(100 * MEGABYTE);
  },
);

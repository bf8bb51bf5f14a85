import { execFile } from 'node:child_process';
import { existsSync, lstatSync } from 'node:fs';
import { mkdir, rename, rmdir } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { promisify } from 'node:util';
import type { RingfenceClient } from '@ringfence/client';
import { inject } from 'vitest';
import { apiOf } from './api-of.ts';
import { freePort } from './free-port.ts';
import { readSignIns } from './read-sign-ins.ts';
import { type RingfenceRun, startRingfence } from './start-ringfence.ts';
import { tellTime } from './tell-time.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    /** Where the journeys of this run keep what they prepare once; `vitest.global-setup.ts` removes it at the end. */
    journeysFolder: string;
  }
}

const copy = promisify(execFile);
const LOOK_EVERY_MS = 200;

/** Fills `dataDir` with what a first start leaves behind, demo and all, made once a run by the first journey that needs it. */
export async function copyPreparedData(dataDir: string): Promise<void> {
  const prepared = path.join(inject('journeysFolder'), 'prepared');
  while (!existsSync(prepared)) {
    if (await claim(`${prepared}.claim`)) await prepare(prepared);
    else await pause(LOOK_EVERY_MS);
  }
  // Where root's Postgres can't reach the temporary folder, the cluster lies elsewhere and can't be shared by copies.
  if (lstatSync(path.join(prepared, 'postgres')).isSymbolicLink()) return;
  await copy('cp', ['-a', `${prepared}/.`, dataDir]); // keeps the owner, whose Postgres the cluster is
}

/** Whether it is ours to make; else another journey is at it. */
async function claim(folder: string): Promise<boolean> {
  try {
    await mkdir(folder);
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false;
    throw error;
  }
}

/** What a preparation that failed has made is where the next begins, once all of it has ended. */
async function prepare(prepared: string): Promise<void> {
  const draft = `${prepared}.draft`;
  const port = String(await freePort());
  const run = startRingfence({ RINGFENCE_DATA_DIR: draft, PORT: port });
  try {
    tellTime('a new installation is ready', await run.ready());
    for (const signIn of readSignIns(run.lines())) await untilStored(apiOf(`http://127.0.0.1:${port}`, signIn));
    await end(run);
    await rename(draft, prepared);
  } finally {
    await end(run);
    await rmdir(`${prepared}.claim`);
  }
}

async function untilStored({ jobs }: RingfenceClient): Promise<void> {
  while ((await jobs.list.query({ limit: 200 })).items.some(({ task }) => task === 'store-recording')) await pause(LOOK_EVERY_MS);
}

async function end(run: RingfenceRun): Promise<void> {
  run.kill('SIGTERM');
  await run.ended;
}

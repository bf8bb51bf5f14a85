import { execFile } from 'node:child_process';
import { existsSync, lstatSync } from 'node:fs';
import { mkdir, rename, rmdir } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { promisify } from 'node:util';
import { inject } from 'vitest';
import { apiOf } from './api-of.ts';
import { freePort } from './free-port.ts';
import { readSignIns } from './read-sign-ins.ts';
import { startRingfence } from './start-ringfence.ts';
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

async function claim(folder: string): Promise<boolean> {
  try {
    await mkdir(folder);
    return true;
  } catch {
    return false; // another journey is at it
  }
}

async function prepare(prepared: string): Promise<void> {
  const draft = `${prepared}.draft`;
  const port = String(await freePort());
  const run = startRingfence({ RINGFENCE_DATA_DIR: draft, PORT: port });
  try {
    tellTime('a new installation is ready', await run.ready());
    for (const signIn of readSignIns(run.lines())) {
      const { jobs } = apiOf(`http://127.0.0.1:${port}`, signIn);
      while ((await jobs.list.query({ limit: 200 })).items.some(({ task }) => task === 'store-recording')) await pause(LOOK_EVERY_MS);
    }
    run.kill('SIGTERM');
    await run.ended;
    await rename(draft, prepared);
  } finally {
    run.kill('SIGTERM');
    await rmdir(`${prepared}.claim`);
  }
}

import { setTimeout as pause } from 'node:timers/promises';
import { isAlive } from './find-postmaster.ts';

const PATIENCE_MS = 30_000;
const LOOK_EVERY_MS = 10;

/** Postgres' own ways to stop: `fast` ends sessions and writes everything out; `immediate` drops all, for what is thrown away anyway. */
export type StopMode = 'fast' | 'immediate';

/** Stops a Postgres and returns when it is gone. One that doesn't stop in time is made to, which it survives as a crash. */
export async function stopPostmaster(processId: number, mode: StopMode): Promise<void> {
  signal(processId, mode === 'fast' ? 'SIGINT' : 'SIGQUIT');
  const deadline = Date.now() + PATIENCE_MS;
  while (isAlive(processId)) {
    if (Date.now() > deadline) signal(processId, 'SIGQUIT');
    await pause(LOOK_EVERY_MS);
  }
}

function signal(processId: number, name: 'SIGINT' | 'SIGQUIT'): void {
  if (isAlive(processId)) process.kill(processId, name);
}

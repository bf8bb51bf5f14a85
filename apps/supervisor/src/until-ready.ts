import { setTimeout as pause } from 'node:timers/promises';

const LOOK_EVERY_MS = 50;
const WAIT_FOR_ANSWER_MS = 5_000;

/** Asks `/readyz` until server, database and worker are all usable. */
export async function untilReady(url: string): Promise<void> {
  while (!(await isReady(url))) await pause(LOOK_EVERY_MS);
}

async function isReady(url: string): Promise<boolean> {
  try {
    const answer = await fetch(`${url}/readyz`, { signal: AbortSignal.timeout(WAIT_FOR_ANSWER_MS) });
    await answer.arrayBuffer();
    return answer.ok;
  } catch {
    return false; // not listening yet, which is what we wait for
  }
}

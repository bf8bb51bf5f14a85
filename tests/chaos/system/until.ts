import { setTimeout as pause } from 'node:timers/promises';

const LOOK_EVERY_MS = 50;
/** Longer than anything here may take: what isn't so by then never will be. */
const PATIENCE_MS = 120_000;

/** Waits until something is so. @throws naming it when it never is. */
export async function until(what: string, isSo: () => boolean | Promise<boolean>): Promise<void> {
  const startedAt = performance.now();
  while (!(await isSo())) {
    if (performance.now() - startedAt > PATIENCE_MS) throw new Error(`Waited in vain until ${what}.`);
    await pause(LOOK_EVERY_MS);
  }
}

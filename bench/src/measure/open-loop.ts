import { setTimeout as pause } from 'node:timers/promises';
import { type Round, sumUp } from './round.ts';

/** Requests at a fixed rate, whether earlier ones were answered or not: latency counts from when each was due. */
export async function openLoop(request: () => Promise<unknown>, perSecond: number, forMs: number): Promise<Round> {
  const latencies: number[] = [];
  const total = Math.round((perSecond * forMs) / 1000);
  const startedAt = performance.now();
  const asked: Promise<void>[] = [];
  for (let index = 0; index < total; index += 1) {
    const dueAt = startedAt + (index * 1000) / perSecond;
    const waitMs = dueAt - performance.now();
    if (waitMs > 0) await pause(waitMs);
    asked.push(request().then(() => void latencies.push(performance.now() - dueAt)));
  }
  await Promise.all(asked);
  return sumUp(latencies, performance.now() - startedAt);
}

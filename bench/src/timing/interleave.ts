import { setImmediate as turn } from 'node:timers/promises';

const SAMPLES = 500;
const WARM_UP = 50;

/** Times by what was asked, milliseconds, one list as long as the other. */
export type Samples = ReadonlyMap<string, readonly number[]>;

/** Takes one time after another of each in turn, in an order drawn anew, so that whatever else happens hits all alike. */
export async function interleave(takers: Readonly<Record<string, () => Promise<number>>>): Promise<Samples> {
  const samples = new Map(Object.keys(takers).map((name) => [name, [] as number[]]));
  for (let round = -WARM_UP; round < SAMPLES; round += 1) {
    for (const [name, take] of Object.entries(takers).toSorted(() => Math.random() - 0.5)) {
      await turn();
      const ms = await take();
      if (round >= 0) samples.get(name)?.push(ms);
    }
  }
  return samples;
}

/** How long something takes, milliseconds. */
export async function timeOf(work: () => Promise<unknown>): Promise<number> {
  const startedAt = performance.now();
  await work();
  return performance.now() - startedAt;
}

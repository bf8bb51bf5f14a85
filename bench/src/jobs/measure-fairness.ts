import { setTimeout as pause } from 'node:timers/promises';
import type { BenchDatabase } from '../bench-database.ts';
import { benchTenant } from '../data/bench-tenant.ts';
import { openTenancies } from '../revoke/open-tenancies.ts';
import { queueProbes } from './queue-probes.ts';
import { startProbeWorker } from './start-probe-worker.ts';

export interface Fairness {
  /** From the commit that queued another organisation's job to its begin, while the flood lasted. */
  readonly neighboursMs: readonly number[];
  /** How many of the flood's jobs ran. */
  readonly flooded: number;
  readonly seconds: number;
}

const WORKERS = 2;
const TAKES_MS = 20;
const NEIGHBOUR_EVERY_MS = 100;
const [FLOODING, NEIGHBOUR] = [benchTenant(0), benchTenant(1)];

/** Organisation A queues a flood at once; B queues a job now and then until A's have all run. */
export async function measureFairness(database: Pick<BenchDatabase, 'urls' | 'secretKey'>, flood: number): Promise<Fairness> {
  const tenancies = openTenancies(database);
  const [flooded, queuedAt, neighboursMs] = [new Set<number>(), new Map<number, number>(), [] as number[]];
  function onBegan(number: number): void {
    const at = queuedAt.get(number);
    if (number < flood) flooded.add(number);
    else if (at !== undefined) neighboursMs.push(Math.max(0, Date.now() - at));
  }
  const workers = await Promise.all(Array.from({ length: WORKERS }, () => startProbeWorker(database, onBegan)));
  const startedAt = performance.now();
  try {
    await queueProbes(tenancies.app, FLOODING, { first: 0, count: flood, takesMs: TAKES_MS });
    for (let number = flood; flooded.size < flood; number += 1) {
      const next = pause(NEIGHBOUR_EVERY_MS);
      queuedAt.set(number, Date.now());
      await queueProbes(tenancies.app, NEIGHBOUR, { first: number, count: 1, takesMs: TAKES_MS });
      await next;
    }
    return { neighboursMs, flooded: flooded.size, seconds: (performance.now() - startedAt) / 1000 };
  } finally {
    await Promise.all(workers.map((worker) => worker.kill()));
    await tenancies.close();
  }
}

import { setTimeout as pause } from 'node:timers/promises';
import type { BenchDatabase } from '../bench-database.ts';
import { benchTenant } from '../data/bench-tenant.ts';
import { openTenancies } from '../revoke/open-tenancies.ts';
import { queueProbes } from './queue-probes.ts';
import { type ProbeWorker, startProbeWorker } from './start-probe-worker.ts';

const WORKERS = 3;
const ORGANIZATIONS = 20;
/** Long enough for kills to find jobs at work, short enough for none to be killed three times. */
const TAKES_MS = 400;
const KILL_EVERY_MS = 2_000;
/** As many as all workers together begin until the next kill, so that each kill finds its worker busy. */
const JOBS_PER_KILL = 40;

/** Kills one busy worker after the other; of each job that was at work the milliseconds until it runs again. */
export async function measureKills(database: Pick<BenchDatabase, 'urls' | 'secretKey'>, kills: number): Promise<number[]> {
  const tenancies = openTenancies(database);
  const killedAt = new Map<number, number>();
  const timesMs: number[] = [];
  function onBegan(number: number): void {
    const at = killedAt.get(number);
    if (at === undefined) return;
    killedAt.delete(number);
    timesMs.push(performance.now() - at);
  }
  const start = () => startProbeWorker(database, onBegan);
  const workers: ProbeWorker[] = await Promise.all(Array.from({ length: WORKERS }, start));
  try {
    for (let kill = 0; kill < kills; kill += 1) {
      const first = kill * JOBS_PER_KILL;
      const tenant = benchTenant(kill % ORGANIZATIONS);
      await queueProbes(tenancies.app, tenant, { first, count: JOBS_PER_KILL / 2, takesMs: TAKES_MS });
      const other = benchTenant((kill + 1) % ORGANIZATIONS);
      await queueProbes(tenancies.app, other, { first: first + JOBS_PER_KILL / 2, count: JOBS_PER_KILL / 2, takesMs: TAKES_MS });
      await pause(KILL_EVERY_MS);
      const victim = workers.shift();
      if (!victim) throw new TypeError('there is always a worker');
      const at = performance.now();
      for (const number of victim.running) killedAt.set(number, at);
      await victim.kill();
      workers.push(await start());
    }
    while (killedAt.size > 0) await pause(50);
    return timesMs;
  } finally {
    await Promise.all(workers.map((worker) => worker.kill()));
    await tenancies.close();
  }
}

import type { Pool } from 'pg';
import { runTick, tickOf } from './run-tick.ts';
import type { WorkerSettings } from './tenant-worker-options.ts';

/**
 * Looks whether a tick has come, and runs each once on this worker; that others do too is harmless. The clock is the database's, so that
 * workers agree.
 */
export function keepSchedules<Outside>(settings: WorkerSettings<Outside>, queue: Pool, stopping: AbortSignal): () => Promise<void> {
  const ran = new Map<string, number>();
  return async () => {
    if (settings.schedules.length === 0) return;
    const { rows } = await queue.query<{ now: Date }>('select clock_timestamp() as now');
    const asOf = rows[0]?.now ?? new Date();
    for (const schedule of settings.schedules) {
      const tick = tickOf(schedule, asOf).getTime();
      if (ran.get(schedule.name) === tick) continue;
      if (await runTick(settings, schedule, { asOf, stopping })) ran.set(schedule.name, tick);
    }
  };
}

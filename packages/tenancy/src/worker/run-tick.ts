import { sql } from 'drizzle-orm';
import { describeFailure } from './describe-failure.ts';
import type { TenantSchedule } from './tenant-schedule.ts';
import type { WorkerSettings } from './tenant-worker-options.ts';

/** Organisations that are entered at the same time. */
const AT_ONCE = 4;

/** The tick that a time belongs to: the last whole multiple of `everyMs` since 1970. */
export function tickOf({ everyMs }: Pick<TenantSchedule, 'everyMs'>, at: Date): Date {
  return new Date(Math.floor(at.getTime() / everyMs) * everyMs);
}

/**
 * Gives each organisation that is due as of a time its job of that tick, unless it had it: however often this runs, and on however many
 * workers, each gets one. Ticks that passed while nobody looked are not made up for. False when an organisation could not be given its
 * job, so that it is tried again.
 */
export async function runTick<Outside>(
  settings: WorkerSettings<Outside>,
  schedule: TenantSchedule,
  { asOf, stopping }: { readonly asOf: Date; readonly stopping?: AbortSignal },
): Promise<boolean> {
  const startedAt = performance.now();
  const tick = tickOf(schedule, asOf);
  const rows = await settings.tenancy.lookup<Record<string, string>>(schedule.findDue, asOf.toISOString());
  const orgIds = rows.flatMap((row) => Object.values(row)).values();
  const count = { due: rows.length, queued: 0, failed: 0 };
  async function takeTurns(): Promise<void> {
    for (const orgId of orgIds) {
      if (stopping?.aborted) return;
      try {
        if (await enqueueTick(settings, schedule, orgId, tick)) count.queued += 1;
      } catch (error) {
        // Closed meanwhile: there is nobody to give a job to.
        if (settings.isPermanent(error)) continue;
        count.failed += 1;
        settings.log.warn({ orgId, job: schedule.name, ...describeFailure(error, settings.isOurs).logged }, 'a tick could not be queued');
      }
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, takeTurns));
  const durationMs = Math.round(performance.now() - startedAt);
  if (count.queued > 0) settings.log.info({ job: schedule.name, event: tick.toISOString(), count, durationMs }, 'tick queued');
  return count.failed === 0 && !stopping?.aborted;
}

/** The tick's row and its job in one transaction of the organisation; false when the row was there. */
async function enqueueTick<Outside>(
  { tenancy }: WorkerSettings<Outside>,
  { name, job }: TenantSchedule,
  orgId: string,
  tick: Date,
): Promise<boolean> {
  const payload = JSON.stringify({ payloadVersion: job.version ?? 1 });
  const { rows } = await tenancy.inTenant(
    { orgId, actor: { kind: 'job', id: `schedule-${name}` } },
    (db) =>
      db.execute<{ queued: boolean }>(
        sql`select public.enqueue_tick(${name}, ${tick.toISOString()}::timestamptz, ${job.name}, ${payload}::jsonb, ${job.maxAttempts}::integer, ${job.key({})}) as queued`,
      ),
    { isOneTrip: true },
  );
  return rows[0]?.queued === true;
}

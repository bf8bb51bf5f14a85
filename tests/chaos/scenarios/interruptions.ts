import type { Killed } from '../system/start-fleet.ts';
import type { QueueEvent } from '../system/watch-database.ts';

/** Of every run that a kill cut short, the milliseconds from the kill to the next run of the same job. */
export function interruptions(events: readonly QueueEvent[], killed: readonly Killed[]): number[] {
  const diedAt = new Map(killed.flatMap(({ poolIds, at }) => poolIds.map((poolId) => [poolId, at.getTime()])));
  return [...Map.groupBy(events, ({ jobId }) => jobId).values()].flatMap((ofJob) =>
    ofJob.flatMap((event, index) => {
      const deathAt = event.kind === 'taken' ? diedAt.get(event.poolId ?? '') : undefined;
      const isCutShort = deathAt !== undefined && (ofJob[index + 1]?.at.getTime() ?? Infinity) > deathAt;
      const next = isCutShort ? ofJob.slice(index + 1).find(({ kind }) => kind === 'taken') : undefined;
      return next && deathAt !== undefined ? [next.at.getTime() - deathAt] : [];
    }),
  );
}

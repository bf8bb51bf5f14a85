import type { Pool } from 'pg';
import type { LockedJob } from './locked-job.ts';

interface Ending {
  readonly job: LockedJob;
  resolve(isOurs: boolean): void;
  reject(error: unknown): void;
}

/** Each by its own run, and not a later one of the same pool: times are compared as far as JavaScript keeps them. */
const REMOVE = `
  delete from graphile_worker._private_jobs
  where id = any ($1::bigint[]) and locked_by = ($2::text[])[array_position($1::bigint[], id)]
    and abs(extract(epoch from locked_at - ($3::timestamptz[])[array_position($1::bigint[], id)])) < 0.002
  returning id::text`;

/**
 * Removes finished jobs, in one statement those that end while the one before is under way. Resolves with whether the run still held its
 * job: the queue's own completion looks at the id alone, so a worker that was stopped for minutes would end another's run; after this it
 * finds nothing left to do.
 */
export function gatherCompletions(queue: Pool): (job: LockedJob) => Promise<boolean> {
  let gathered: Ending[] = [];
  let isRemoving = false;

  async function remove(endings: readonly Ending[]): Promise<void> {
    try {
      const jobs = endings.map(({ job }) => job);
      const values = [jobs.map(({ id }) => id), jobs.map(({ lockedBy }) => lockedBy), jobs.map(({ lockedAt }) => lockedAt.toISOString())];
      const { rows } = await queue.query<{ id: string }>({ name: 'remove_finished_jobs', text: REMOVE, values });
      const removed = new Set(rows.map(({ id }) => id));
      for (const { job, resolve } of endings) resolve(removed.has(job.id));
    } catch (error) {
      for (const { reject } of endings) reject(error);
    }
  }

  async function removeAll(): Promise<void> {
    isRemoving = true;
    while (gathered.length > 0) {
      const endings = gathered;
      gathered = [];
      await remove(endings);
    }
    isRemoving = false;
  }

  return (job) => {
    const { promise, resolve, reject } = Promise.withResolvers<boolean>();
    gathered.push({ job, resolve, reject });
    if (!isRemoving) void removeAll();
    return promise;
  };
}

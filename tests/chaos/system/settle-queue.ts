import { retryJob } from '@ringfence/platform/jobs';
import { drainQueue } from './drain-queue.ts';
import type { Line } from './open-lines.ts';
import type { ChaosSystem } from './start-chaos-system.ts';

const QUARANTINED = `select org_id as "orgId", job_id as id from ringfence.queued_jobs where state = 'quarantined' and org_id = any ($1)`;

/**
 * Waits until no job of the lines can run any more. What was set aside because it met three kills by chance is tried again, as people would;
 * gives how many those were.
 */
export async function settleQueue({ database, app }: ChaosSystem, lines: readonly Line[]): Promise<number> {
  const owners = new Map(lines.map(({ orgId, owner }) => [orgId, owner]));
  for (let retried = 0; ;) {
    await drainQueue(database, [...owners.keys()]);
    const aside = await database.query<{ orgId: string; id: string }>(QUARANTINED, [[...owners.keys()]]);
    if (aside.length === 0) return retried;
    for (const { orgId, id } of aside) {
      const owner = owners.get(orgId);
      if (owner) await app.inTenant(owner, (db) => retryJob(db, { id }));
    }
    retried += aside.length;
  }
}

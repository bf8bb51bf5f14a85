import { type QueueState, queueState } from '@ringfence/domain/recordings';
import { recordings } from '@ringfence/db/schema';
import type { TenantReader } from '@ringfence/tenancy';
import { and, count, eq, ne, sql } from 'drizzle-orm';

/** How many of this organisation's recordings are in each state of the queue. */
export async function countQueue(db: TenantReader): Promise<Record<QueueState, number>> {
  const counted = await db
    .select({
      status: sql<'pending' | 'processing' | 'failed'>`${recordings.status}`,
      reason: recordings.failureReason,
      total: count(),
    })
    .from(recordings)
    .where(and(eq(recordings.orgId, db.orgId), ne(recordings.status, 'stored')))
    .groupBy(recordings.status, recordings.failureReason);
  const totals = { waiting: 0, running: 0, failed: 0, gone: 0 } satisfies Record<QueueState, number>;
  for (const { status, reason, total } of counted) totals[queueState(status, reason)] += total;
  return totals;
}

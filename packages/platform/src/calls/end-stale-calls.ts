import { calls } from '@ringfence/db/schema';
import type { TenantDb } from '@ringfence/tenancy';
import { and, eq, inArray, sql } from 'drizzle-orm';
import { announceChange } from './announce-change.ts';

/** Takes this organisation's calls whose end should have been told long ago out of the live view; gives how many. A late end mends them. */
export async function endStaleCalls(db: TenantDb): Promise<number> {
  const ended = await db
    .update(calls)
    .set({ status: 'end-unknown', updatedAt: sql`clock_timestamp()` })
    .where(
      and(
        eq(calls.orgId, db.orgId),
        inArray(calls.status, ['ringing', 'in-progress']),
        sql`public.is_end_overdue(${calls.status}, ${calls.startedAt}, clock_timestamp())`,
      ),
    )
    .returning({ id: calls.id });
  await Promise.all(ended.map(({ id }) => announceChange(db, id)));
  return ended.length;
}

import { objectFindings, objectReviews } from '@ringfence/db/schema';
import type { TenantDb } from '@ringfence/tenancy';
import { and, eq, lt, sql } from 'drizzle-orm';

/** What a look came to. */
export type ObjectReport = Pick<
  typeof objectReviews.$inferSelect,
  'objects' | 'recordings' | 'removed' | 'fetched' | 'unknown' | 'unfinished' | 'halted'
>;

/** Keeps what a look came to, and says when the next is due. What was settled long ago is forgotten. */
export async function reportObjects(db: TenantDb, report: ObjectReport): Promise<void> {
  await Promise.all([
    db
      .update(objectReviews)
      .set({ ...report, lookedAt: sql`clock_timestamp()`, nextAt: sql`clock_timestamp() + interval '1 day'` })
      .where(and(eq(objectReviews.orgId, db.orgId), eq(objectReviews.folder, 'recordings'))),
    db
      .delete(objectFindings)
      .where(and(eq(objectFindings.orgId, db.orgId), lt(objectFindings.settledAt, sql`clock_timestamp() - interval '90 days'`))),
  ]);
}

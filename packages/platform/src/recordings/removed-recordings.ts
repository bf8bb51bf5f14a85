import { removedRecordings } from '@ringfence/db/schema';
import type { TenantDb, TenantReader } from '@ringfence/tenancy';
import { and, asc, eq, inArray, isNull, type SQL, sql } from 'drizzle-orm';

const AT_ONCE = 100;

export interface RemovedRecording {
  readonly recordingId: string;
  /** Of the newest lease there was: no object has a higher one. */
  readonly leaseNumber: number;
}

/** Removed recordings of this organisation, the oldest first, of which objects may be left; at most a hundred. */
export function listUnsettledRemovals(db: TenantReader): Promise<RemovedRecording[]> {
  return select(db, isNull(removedRecordings.objectsGoneAt));
}

/** The removed recording of an id, settled or not; undefined if this organisation has none. */
export async function findRemoval(db: TenantReader, recordingId: string): Promise<RemovedRecording | undefined> {
  const [found] = await select(db, eq(removedRecordings.id, recordingId));
  return found;
}

/** Notes that nothing of removed recordings is left in storage. */
export async function settleRemovals(db: TenantDb, recordingIds: readonly string[]): Promise<void> {
  await db
    .update(removedRecordings)
    .set({ objectsGoneAt: sql`clock_timestamp()` })
    .where(
      and(eq(removedRecordings.orgId, db.orgId), inArray(removedRecordings.id, [...recordingIds]), isNull(removedRecordings.objectsGoneAt)),
    );
}

function select(db: TenantReader, which: SQL): Promise<RemovedRecording[]> {
  return db
    .select({ recordingId: removedRecordings.id, leaseNumber: removedRecordings.leaseNumber })
    .from(removedRecordings)
    .where(and(eq(removedRecordings.orgId, db.orgId), which))
    .orderBy(asc(removedRecordings.removedAt))
    .limit(AT_ONCE);
}

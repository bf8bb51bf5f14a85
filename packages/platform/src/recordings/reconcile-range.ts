import { recordings, removedRecordings } from '@ringfence/db/schema';
import type { TenantDb } from '@ringfence/tenancy';
import { and, asc, eq, gt, inArray, lte, or, type SQL, sql } from 'drizzle-orm';
import { compareObjects, type KnownRecording, type SeenObject } from './compare-objects.ts';
import { noteFindings } from './reconcile-findings.ts';
import type { ReconcileTimes } from './reconcile-times.ts';

const ROWS_AT_ONCE = 1000;

/** All objects of the recordings whose ids lie behind `after` (null: from the first) and up to `upTo` (null: to the last). */
export interface ObjectRange {
  readonly after: string | null;
  readonly upTo: string | null;
  readonly objects: readonly SeenObject[];
}

export interface RangeCompared {
  /** How far: to the range's end, or less far where it held too many rows for one look. */
  readonly upTo: string | null;
  /** How many stored recordings were among the rows. */
  readonly recordings: number;
}

/** Compares a range of objects with its recordings, both ways, and notes what doesn't fit. Changes neither. */
export async function reconcileRange(db: TenantDb, range: ObjectRange, times: ReconcileTimes): Promise<RangeCompared> {
  const ids = [...new Set(range.objects.map(({ recordingId }) => recordingId))];
  const [rows, removed] = await Promise.all([findRows(db, range, ids, times), findRemoved(db, ids)]);
  const last = rows.at(-1);
  const upTo = last && rows.length === ROWS_AT_ONCE ? last.id : range.upTo;
  const mismatches = compareObjects({
    objects: range.objects.filter(({ recordingId }) => upTo === null || recordingId <= upTo),
    recordings: rows,
    removedIds: removed.map(({ id }) => id),
    storedBefore: new Date(Date.now() - times.graceMs),
  });
  await noteFindings(db, { after: range.after, upTo, mismatches }, times);
  return { upTo, recordings: rows.filter(({ status }) => status === 'stored').length };
}

/** What may be named by an object, and what must have one, in the order of ids. */
function findRows(db: TenantDb, { after, upTo }: ObjectRange, ids: string[], { graceMs }: ReconcileTimes): Promise<KnownRecording[]> {
  const storedAt = sql`coalesce(${recordings.storedAt}, ${recordings.createdAt})`;
  const isIn: (SQL | undefined)[] = [
    after === null ? undefined : gt(recordings.id, after),
    upTo === null ? undefined : lte(recordings.id, upTo),
  ];
  return db
    .select({
      id: recordings.id,
      status: recordings.status,
      leaseNumber: recordings.leaseNumber,
      isOld: sql<boolean>`${storedAt} < clock_timestamp() - make_interval(secs => ${graceMs / 1000})`,
    })
    .from(recordings)
    .where(and(eq(recordings.orgId, db.orgId), ...isIn, or(eq(recordings.status, 'stored'), inArray(recordings.id, ids))))
    .orderBy(asc(recordings.id))
    .limit(ROWS_AT_ONCE);
}

function findRemoved(db: TenantDb, ids: string[]): Promise<{ id: string }[]> {
  return db
    .select({ id: removedRecordings.id })
    .from(removedRecordings)
    .where(and(eq(removedRecordings.orgId, db.orgId), inArray(removedRecordings.id, ids)));
}

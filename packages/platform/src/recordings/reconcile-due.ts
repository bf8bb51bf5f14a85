import type { FindingKind } from '@ringfence/domain/recordings';
import { objectFindings } from '@ringfence/db/schema';
import type { TenantReader } from '@ringfence/tenancy';
import { and, asc, eq, isNull, sql } from 'drizzle-orm';
import type { NamedObject } from './parse-object-key.ts';

const AT_ONCE = 100;

export interface DueFinding extends NamedObject {
  readonly id: string;
}

/** How many findings wait long enough to be dealt with. */
export async function countDue(db: TenantReader): Promise<Record<FindingKind, number>> {
  const counts = await db
    .select({ kind: objectFindings.kind, count: sql<number>`count(*)::integer` })
    .from(objectFindings)
    .where(isDue(db))
    .groupBy(objectFindings.kind);
  const countOf = (kind: FindingKind) => counts.find((one) => one.kind === kind)?.count ?? 0;
  return { orphan: countOf('orphan'), lost: countOf('lost') };
}

/** Findings of a kind that wait long enough, the first that were found first; at most a hundred. */
export function listDue(db: TenantReader, kind: FindingKind): Promise<DueFinding[]> {
  return db
    .select({ id: objectFindings.id, recordingId: objectFindings.recordingId, number: objectFindings.number })
    .from(objectFindings)
    .where(and(isDue(db), eq(objectFindings.kind, kind)))
    .orderBy(asc(objectFindings.applyAt), asc(objectFindings.id))
    .limit(AT_ONCE);
}

function isDue(db: TenantReader) {
  return and(eq(objectFindings.orgId, db.orgId), isNull(objectFindings.settledAt), sql`${objectFindings.applyAt} <= clock_timestamp()`);
}

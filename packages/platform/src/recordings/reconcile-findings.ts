import type { FindingOutcome } from '@ringfence/domain/recordings';
import { objectFindings } from '@ringfence/db/schema';
import type { TenantDb } from '@ringfence/tenancy';
import { and, eq, gt, inArray, isNull, lte, sql } from 'drizzle-orm';
import type { Mismatch } from './compare-objects.ts';
import type { ReconcileTimes } from './reconcile-times.ts';

export interface RangeOfMismatches {
  readonly after: string | null;
  readonly upTo: string | null;
  readonly mismatches: readonly Mismatch[];
}

/** Notes what a look found in a range, once however often it is seen; what was noted there and isn't seen any more is healed. */
export async function noteFindings(db: TenantDb, { after, upTo, mismatches }: RangeOfMismatches, times: ReconcileTimes): Promise<void> {
  const open = await db
    .select({ id: objectFindings.id, kind: objectFindings.kind, recordingId: objectFindings.recordingId, number: objectFindings.number })
    .from(objectFindings)
    .where(
      and(
        eq(objectFindings.orgId, db.orgId),
        isNull(objectFindings.settledAt),
        after === null ? undefined : gt(objectFindings.recordingId, after),
        upTo === null ? undefined : lte(objectFindings.recordingId, upTo),
      ),
    );
  const seen = new Set(mismatches.map(nameOf));
  const known = new Set(open.map(nameOf));
  const fresh = mismatches.filter((mismatch) => !known.has(nameOf(mismatch)));
  const healed = open.filter((finding) => !seen.has(nameOf(finding)));
  if (fresh.length > 0)
    await db
      .insert(objectFindings)
      .values(fresh.map((one) => rowOf(db.orgId, one, times)))
      .onConflictDoNothing();
  await settleFindings(
    db,
    healed.map(({ id }) => id),
    'healed',
  );
}

/** Closes open findings; those that another run closed meanwhile stay as they are. */
export async function settleFindings(db: TenantDb, ids: readonly string[], outcome: FindingOutcome): Promise<void> {
  if (ids.length === 0) return;
  await db
    .update(objectFindings)
    .set({ settledAt: sql`clock_timestamp()`, outcome })
    .where(and(eq(objectFindings.orgId, db.orgId), inArray(objectFindings.id, [...ids]), isNull(objectFindings.settledAt)));
}

function rowOf(orgId: string, { kind, recordingId, number, sizeBytes, isUnremembered }: Mismatch, times: ReconcileTimes) {
  const waitMs = isUnremembered ? times.unrememberedMs : times.waitMs;
  return { orgId, kind, recordingId, number, sizeBytes, applyAt: sql`clock_timestamp() + make_interval(secs => ${waitMs / 1000})` };
}

function nameOf({ kind, recordingId, number }: Pick<Mismatch, 'kind' | 'recordingId' | 'number'>): string {
  return `${kind} ${recordingId}-${number}`;
}

import { judgeObject } from '@ringfence/domain/recordings';
import { recordings } from '@ringfence/db/schema';
import type { TenantDb } from '@ringfence/tenancy';
import { and, asc, eq, inArray } from 'drizzle-orm';
import type { DueFinding } from './reconcile-due.ts';
import { settleFindings } from './reconcile-findings.ts';

/**
 * The second look at orphans, with their recordings locked, so that a worker that is just about to name an object is waited for. Gives
 * those that nothing can name any more, now or later; the others are settled.
 */
export async function confirmOrphans(db: TenantDb, findings: readonly DueFinding[]): Promise<DueFinding[]> {
  const ids = findings.map(({ recordingId }) => recordingId);
  const rows = await db
    .select({ id: recordings.id, status: recordings.status, leaseNumber: recordings.leaseNumber })
    .from(recordings)
    .where(and(eq(recordings.orgId, db.orgId), inArray(recordings.id, ids)))
    .orderBy(asc(recordings.id))
    .for('share');
  const recordingOf = new Map(rows.map((row) => [row.id, row]));
  const isLive = ({ recordingId, number }: DueFinding) =>
    judgeObject({ number, recording: recordingOf.get(recordingId) ?? null, isRemoved: false }) === 'live';
  await settleFindings(
    db,
    findings.filter(isLive).map(({ id }) => id),
    'healed',
  );
  return findings.filter((finding) => !isLive(finding));
}

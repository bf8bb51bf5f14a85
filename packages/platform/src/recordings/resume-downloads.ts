import { recordings } from '@ringfence/db/schema';
import type { TenantDb } from '@ringfence/tenancy';
import { and, asc, eq, sql } from 'drizzle-orm';
import { beginAnew } from './begin-anew.ts';
import { queueRecording } from './queue-recording.ts';

/** What is queued at once; the jobs of the rest look by themselves before long. */
const AT_ONCE = 1_000;

/**
 * Fetches again for a connection that was mended: what waited for it at once, the soonest deleted first, and what had failed because
 * nobody was let in.
 */
export async function resumeDownloads(db: TenantDb, connectionId: string): Promise<void> {
  const isOfConnection = and(eq(recordings.orgId, db.orgId), eq(recordings.connectionId, connectionId));
  const waiting = await db
    .select({ id: recordings.id, deletesAt: recordings.deletesAt })
    .from(recordings)
    .where(and(isOfConnection, eq(recordings.status, 'pending')))
    .orderBy(sql`${recordings.deletesAt} asc nulls last`, asc(recordings.id))
    .limit(AT_ONCE);
  await Promise.all(waiting.map((recording) => queueRecording(db, recording)));
  await beginAnew(db, { which: and(isOfConnection, eq(recordings.failureReason, 'sign-in-refused')) });
}

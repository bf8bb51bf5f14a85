import { NotFound, Unavailable } from '@ringfence/domain';
import type { Provider } from '@ringfence/domain/connections';
import type { StoreRecording } from '@ringfence/domain/recordings';
import { connections, recordings } from '@ringfence/db/schema';
import type { TenantDb } from '@ringfence/tenancy';
import { and, eq, lt, or, sql } from 'drizzle-orm';
import { LEASE_MS, type Lease } from './lease.ts';

/** A lease, and where the sound is; the secrets are still sealed. */
export interface ClaimedRecording {
  readonly lease: Lease;
  readonly provider: Provider;
  readonly sourceUrl: string;
  readonly reference: string;
  readonly accountId: string | null;
  readonly secretSealed: Buffer;
  readonly fetchKeySealed: Buffer | null;
}

/**
 * Takes a recording to work on, or gives null when it is stored or failed already.
 * @throws NotFound if this organisation has no such recording; Unavailable while another worker holds it.
 */
export async function claimRecording(db: TenantDb, { recordingId }: StoreRecording, workerId: string): Promise<ClaimedRecording | null> {
  const isThisOne = and(eq(recordings.orgId, db.orgId), eq(recordings.id, recordingId));
  const isFree = or(
    eq(recordings.status, 'pending'),
    and(eq(recordings.status, 'processing'), lt(recordings.leaseUntil, sql`clock_timestamp()`)),
  );
  const [claimed] = await db
    .update(recordings)
    .set({
      status: 'processing',
      attempts: sql`${recordings.attempts} + 1`,
      leaseNumber: sql`${recordings.leaseNumber} + 1`,
      leaseWorker: workerId,
      leaseUntil: sql`clock_timestamp() + make_interval(secs => ${LEASE_MS / 1000})`,
    })
    .where(and(isThisOne, isFree))
    .returning();
  if (!claimed) return refuseClaim(db, recordingId);
  const [connection] = await db
    .select()
    .from(connections)
    .where(and(eq(connections.orgId, db.orgId), eq(connections.id, claimed.connectionId)));
  if (!connection) throw new NotFound('connection');
  return {
    lease: { recordingId, number: claimed.leaseNumber, attempt: claimed.attempts },
    provider: connection.provider,
    sourceUrl: claimed.sourceUrl,
    reference: claimed.reference,
    accountId: claimed.accountId,
    secretSealed: connection.secretSealed,
    fetchKeySealed: connection.fetchKeySealed,
  };
}

async function refuseClaim(db: TenantDb, recordingId: string): Promise<null> {
  const [found] = await db
    .select({ status: recordings.status })
    .from(recordings)
    .where(and(eq(recordings.orgId, db.orgId), eq(recordings.id, recordingId)));
  if (!found) throw new NotFound('recording');
  if (found.status === 'processing') throw new Unavailable('Another worker holds this recording.');
  return null;
}

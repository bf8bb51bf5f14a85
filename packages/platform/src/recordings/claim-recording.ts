import { NotFound } from '@ringfence/domain';
import type { Provider } from '@ringfence/domain/connections';
import type { StoreRecording } from '@ringfence/domain/recordings';
import { connections, recordings } from '@ringfence/db/schema';
import type { TenantDb } from '@ringfence/tenancy';
import { and, eq, isNotNull, lt, notExists, or, sql } from 'drizzle-orm';
import { touchCall } from '../calls/touch-call.ts';
import { LEASE_MS, type Lease, type LeaseHolder } from './lease.ts';
import { noteStep } from './note-step.ts';
import { findRemoval } from './removed-recordings.ts';

/** A lease, and where the sound is; the secrets are still sealed. */
export interface ClaimedRecording {
  readonly kind: 'claimed';
  readonly lease: Lease;
  readonly connectionId: string;
  /** When the provider told of it. */
  readonly toldAt: Date;
  readonly provider: Provider;
  readonly sourceUrl: string;
  readonly reference: string;
  readonly accountId: string | null;
  readonly secretSealed: Buffer;
  readonly fetchKeySealed: Buffer | null;
}

/** `settled`: stored or failed already, or removed. `held`: another worker has it for so long at most. `paused`: its connection must be mended first. */
export type Claim =
  | ClaimedRecording
  | { readonly kind: 'settled' }
  | { readonly kind: 'held'; readonly forMs: number }
  | { readonly kind: 'paused' };

/** Takes a recording to work on, where it is free to be taken. @throws NotFound if this organisation has no such recording. */
export async function claimRecording(db: TenantDb, { recordingId }: StoreRecording, holder: LeaseHolder): Promise<Claim> {
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
      leaseWorker: holder.workerId,
      leaseJob: holder.jobId,
      leaseUntil: sql`clock_timestamp() + make_interval(secs => ${LEASE_MS / 1000})`,
    })
    .where(and(isThisOne, isFree, notExists(pausedConnection(db))))
    .returning();
  if (!claimed) return refuseClaim(db, recordingId);
  const lease = { recordingId, number: claimed.leaseNumber, attempt: claimed.attempts };
  const [[connection]] = await Promise.all([
    db
      .select()
      .from(connections)
      .where(and(eq(connections.orgId, db.orgId), eq(connections.id, claimed.connectionId))),
    noteStep(db, { recordingId, kind: 'claimed', attempt: lease.attempt }),
    touchCall(db, claimed.callId),
  ]);
  if (!connection) throw new NotFound('connection');
  return {
    kind: 'claimed',
    lease,
    connectionId: connection.id,
    toldAt: claimed.createdAt,
    provider: connection.provider,
    sourceUrl: claimed.sourceUrl,
    reference: claimed.reference,
    accountId: claimed.accountId,
    secretSealed: connection.secretSealed,
    fetchKeySealed: connection.fetchKeySealed,
  };
}

function pausedConnection(db: TenantDb) {
  return db
    .select({ id: connections.id })
    .from(connections)
    .where(and(eq(connections.orgId, db.orgId), eq(connections.id, recordings.connectionId), isNotNull(connections.pausedAt)));
}

async function refuseClaim(db: TenantDb, recordingId: string): Promise<Claim> {
  const [found] = await db
    .select({
      status: recordings.status,
      heldForMs: sql<number>`ceil(1000 * extract(epoch from ${recordings.leaseUntil} - clock_timestamp()))::integer`,
    })
    .from(recordings)
    .where(and(eq(recordings.orgId, db.orgId), eq(recordings.id, recordingId)));
  if (!found && (await findRemoval(db, recordingId))) return { kind: 'settled' };
  if (!found) throw new NotFound('recording');
  if (found.status === 'processing') return { kind: 'held', forMs: Math.max(0, found.heldForMs) };
  return { kind: found.status === 'pending' ? 'paused' : 'settled' };
}

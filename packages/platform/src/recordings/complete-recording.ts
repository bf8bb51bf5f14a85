import type { Peaks } from '@ringfence/domain/recordings';
import { recordings } from '@ringfence/db/schema';
import type { TenantDb } from '@ringfence/tenancy';
import { and, eq, sql } from 'drizzle-orm';
import { touchCall } from '../calls/touch-call.ts';
import { isHeld } from './is-held.ts';
import { keepPeaks } from './keep-peaks.ts';
import type { Lease } from './lease.ts';

/** What was measured of a sound once it lay in storage. */
export interface StoredSound {
  readonly sizeBytes: number;
  readonly sha256: string;
  readonly durationMs: number;
  readonly channels: number;
  readonly contentType: string;
  readonly isPlayable: boolean;
}

/** Marks a recording as stored, with its peaks where it has any; false, and nothing changed, when the lease is lost. */
export async function completeRecording(db: TenantDb, lease: Lease, sound: StoredSound, peaks: Peaks | null): Promise<boolean> {
  const [stored] = await db
    .update(recordings)
    .set({ ...sound, status: 'stored', storedAt: sql`now()`, lastError: null, leaseUntil: null, leaseWorker: null })
    .where(and(eq(recordings.orgId, db.orgId), isHeld(lease)))
    .returning({ id: recordings.id, callId: recordings.callId });
  if (!stored) return false;
  await keepPeaks(db, stored.id, peaks);
  await touchCall(db, stored.callId);
  return true;
}

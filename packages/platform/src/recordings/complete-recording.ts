import { recordings } from '@ringfence/db/schema';
import type { TenantDb } from '@ringfence/tenancy';
import { and, eq, sql } from 'drizzle-orm';
import { touchCall } from '../calls/touch-call.ts';
import { isHeld } from './is-held.ts';
import type { Lease } from './lease.ts';

/** What was measured of a sound once it lay in storage. */
export interface StoredSound {
  readonly sizeBytes: number;
  readonly sha256: string;
  readonly durationMs: number;
  readonly channels: number;
  readonly contentType: string;
}

/** Marks a recording as stored; false, and nothing changed, when the lease is lost. */
export async function completeRecording(db: TenantDb, lease: Lease, sound: StoredSound): Promise<boolean> {
  const [stored] = await db
    .update(recordings)
    .set({ ...sound, status: 'stored', storedAt: sql`now()`, lastError: null, leaseUntil: null, leaseWorker: null })
    .where(and(eq(recordings.orgId, db.orgId), isHeld(lease)))
    .returning({ callId: recordings.callId });
  if (stored) await touchCall(db, stored.callId);
  return stored !== undefined;
}

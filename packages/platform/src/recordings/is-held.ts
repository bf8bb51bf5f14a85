import { recordings } from '@ringfence/db/schema';
import { and, eq, type SQL } from 'drizzle-orm';
import type { Lease } from './lease.ts';

/** What guards every write of a worker, beside its organisation: still processing, and under this very lease. */
export function isHeld(lease: Lease): SQL | undefined {
  return and(eq(recordings.id, lease.recordingId), eq(recordings.status, 'processing'), eq(recordings.leaseNumber, lease.number));
}

import { recordings } from '@ringfence/db/schema';
import type { TenantDb } from '@ringfence/tenancy';
import { and, eq, type SQL } from 'drizzle-orm';
import type { Lease } from './lease.ts';

/** What guards every write of a worker: still processing, and under this very lease. */
export function isHeld(db: TenantDb, lease: Lease): SQL | undefined {
  return and(
    eq(recordings.orgId, db.orgId),
    eq(recordings.id, lease.recordingId),
    eq(recordings.status, 'processing'),
    eq(recordings.leaseNumber, lease.number),
  );
}

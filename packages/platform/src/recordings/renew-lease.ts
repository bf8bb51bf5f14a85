import { recordings } from '@ringfence/db/schema';
import type { TenantDb } from '@ringfence/tenancy';
import { and, eq, sql } from 'drizzle-orm';
import { isHeld } from './is-held.ts';
import { LEASE_MS, type Lease } from './lease.ts';

/** Keeps a lease while its download goes on; false when it is lost. */
export async function renewLease(db: TenantDb, lease: Lease): Promise<boolean> {
  const renewed = await db
    .update(recordings)
    .set({ leaseUntil: sql`clock_timestamp() + make_interval(secs => ${LEASE_MS / 1000})` })
    .where(and(eq(recordings.orgId, db.orgId), isHeld(lease)))
    .returning({ id: recordings.id });
  return renewed.length > 0;
}

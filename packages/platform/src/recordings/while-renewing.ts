import type { TenantDb } from '@ringfence/tenancy';
import { LEASE_RENEWAL_MS, type Lease } from './lease.ts';
import { renewLease } from './renew-lease.ts';

type InTenant = <T>(work: (db: TenantDb) => Promise<T>) => Promise<T>;

/** Holds the lease while the slow world works. A lease that is lost, or can't be renewed, is left to the guards of the verbs. */
export async function whileRenewing<T>(tenant: InTenant, lease: Lease, work: () => Promise<T>): Promise<T> {
  let renewal = Promise.resolve(true);
  const timer = setInterval(() => {
    renewal = renewal.then(() => tenant((db) => renewLease(db, lease))).catch(() => false);
  }, LEASE_RENEWAL_MS);
  try {
    return await work();
  } finally {
    clearInterval(timer);
    await renewal;
  }
}

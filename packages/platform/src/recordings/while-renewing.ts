import type { TenantDb } from '@ringfence/tenancy';
import { LEASE_RENEWAL_MS, type Lease } from './lease.ts';
import { renewLease } from './renew-lease.ts';

type InTenant = <T>(work: (db: TenantDb) => Promise<T>) => Promise<T>;

/** Why work under a lease was cut short. */
class LeaseLost extends Error {}

/**
 * Holds the lease while the slow world works, and ends the work once another has it. A renewal that can't be asked for ends nothing: the
 * guards of the verbs know whether the lease still holds.
 */
export async function whileRenewing<T>(tenant: InTenant, lease: Lease, work: (lost: AbortSignal) => Promise<T>): Promise<T> {
  const lost = new AbortController();
  let renewal = Promise.resolve();
  const timer = setInterval(() => {
    renewal = renewal
      .then(() => tenant((db) => renewLease(db, lease)))
      .then(
        (isHeld) => (isHeld ? undefined : lost.abort(new LeaseLost('another worker has the recording'))),
        () => undefined,
      );
  }, LEASE_RENEWAL_MS);
  try {
    return await work(lost.signal);
  } finally {
    clearInterval(timer);
    await renewal;
  }
}

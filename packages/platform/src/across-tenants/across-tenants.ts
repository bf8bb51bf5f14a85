import type { Caller, Tenancy, TenantDb } from '@ringfence/tenancy';
import { writeAudit } from '../audit-log/write-audit.ts';

export interface Crossing {
  /** Why, in words that the organisations may read. */
  readonly reason: string;
  readonly orgIds: readonly string[];
  /** After this long no further organisation is entered. */
  readonly forMs: number;
}

/**
 * The one way across tenants: over the operator's log-in, organisation by organisation. The audit row of each is there before its
 * transaction begins, and stays when that fails: it may have read by then.
 * @throws RangeError when the time is used up; what was done until then stays done.
 */
export async function acrossTenants<T>(
  service: Tenancy,
  { reason, orgIds, forMs }: Crossing,
  work: (db: TenantDb) => Promise<T>,
): Promise<T[]> {
  if (!reason.trim()) throw new TypeError('crossing tenants needs a reason');
  const until = Date.now() + forMs;
  const results: T[] = [];
  for (const orgId of orgIds) {
    if (Date.now() > until) throw new RangeError(`the ${forMs} ms for crossing tenants are used up`);
    const caller: Caller = { orgId, actor: { kind: 'operator', id: 'operator' } };
    await service.inTenant(caller, (db) => writeAudit(db, { action: 'tenant.cross', target: orgId, reason }));
    const result = await service.inTenant(caller, work);
    results.push(result);
  }
  return results;
}

import type { Tenancy, TenantDb } from '@ringfence/tenancy';
import { writeAudit } from '../audit-log/write-audit.ts';

export interface LongCrossing {
  /** Why, in words that the organisation may read. */
  readonly reason: string;
  readonly orgId: string;
  /** After this long no further transaction begins. */
  readonly forMs: number;
}

/**
 * As `acrossTenants`, for work on one organisation that takes many transactions: the audit row is there before the first.
 * @throws RangeError when the time is used up; what was done until then stays done.
 */
export async function withinTenant<T>(
  service: Tenancy,
  { reason, orgId, forMs }: LongCrossing,
  work: (tenant: <R>(step: (db: TenantDb) => Promise<R>) => Promise<R>) => Promise<T>,
): Promise<T> {
  if (!reason.trim()) throw new TypeError('crossing tenants needs a reason');
  const until = Date.now() + forMs;
  const caller = { orgId, actor: { kind: 'operator', id: 'operator' } } as const;
  await service.inTenant(caller, (db) => writeAudit(db, { action: 'tenant.cross', target: orgId, reason }));
  return work((step) => {
    if (Date.now() > until) throw new RangeError(`the ${forMs} ms for crossing tenants are used up`);
    return service.inTenant(caller, step);
  });
}

import type { LegFacts } from '@ringfence/domain/calls';
import { callLogs } from '@ringfence/db/schema';
import type { TenantDb } from '@ringfence/tenancy';
import { and, asc, eq, inArray, or } from 'drizzle-orm';

export type KnownLeg = typeof callLogs.$inferSelect;

/**
 * What is known of the leg a message tells of, on any connection, and of the legs of the same conversation: the one that dialled
 * it, those that either dialled, and the same call as another provider names it: legs may come long before the one that joins them.
 * Within this organisation alone, whatever ids a message names.
 */
export function findRelatedLegs(db: TenantDb, leg: LegFacts): Promise<KnownLeg[]> {
  const named = [leg.reference, leg.parentReference, leg.relatedReference].filter((reference) => reference !== null);
  return db
    .select()
    .from(callLogs)
    .where(
      and(
        eq(callLogs.orgId, db.orgId),
        or(inArray(callLogs.reference, named), inArray(callLogs.parentReference, named), inArray(callLogs.relatedReference, named)),
      ),
    )
    .orderBy(asc(callLogs.createdAt), asc(callLogs.id));
}

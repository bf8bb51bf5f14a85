import type { LegFacts } from '@ringfence/domain/calls';
import { callLogs } from '@ringfence/db/schema';
import type { TenantDb } from '@ringfence/tenancy';
import { and, asc, eq, inArray, ne, or } from 'drizzle-orm';

/**
 * The call of another leg that belongs to the same conversation: the one that dialled this leg, one that this leg dialled,
 * or the same call as another provider names it. Within this organisation alone, whatever ids a message names.
 */
export async function findConversation(db: TenantDb, leg: LegFacts): Promise<string | null> {
  const named = [leg.parentReference, leg.relatedReference].filter((reference) => reference !== null);
  const [found] = await db
    .select({ callId: callLogs.callId })
    .from(callLogs)
    .where(
      and(
        eq(callLogs.orgId, db.orgId),
        ne(callLogs.reference, leg.reference),
        or(
          named.length ? inArray(callLogs.reference, named) : undefined,
          eq(callLogs.parentReference, leg.reference),
          eq(callLogs.relatedReference, leg.reference),
        ),
      ),
    )
    .orderBy(asc(callLogs.createdAt))
    .limit(1);
  return found?.callId ?? null;
}

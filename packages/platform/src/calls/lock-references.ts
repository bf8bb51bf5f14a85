import type { LegFacts } from '@ringfence/domain/calls';
import type { TenantDb } from '@ringfence/tenancy';
import { sql } from 'drizzle-orm';

/** Lets one transaction at a time work on the legs that a message names. The organisation is in the key, so nobody waits for another's. */
export async function lockReferences(db: TenantDb, leg: LegFacts): Promise<void> {
  const named = [leg.reference, leg.parentReference, leg.relatedReference].filter((reference) => reference !== null);
  const keys = named.map((reference) => `${db.orgId}:${reference}`).toSorted();
  for (const key of keys) await db.execute(sql`select pg_advisory_xact_lock(hashtextextended(${key}, 0))`);
}

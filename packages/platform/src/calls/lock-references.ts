import type { LegFacts } from '@ringfence/domain/calls';
import type { TenantDb } from '@ringfence/tenancy';
import { lockKey } from './lock-key.ts';

/** Lets one transaction at a time work on the legs that a message names; always in the same order, so that two never wait for each other. */
export async function lockReferences(db: TenantDb, leg: LegFacts): Promise<void> {
  const named = [leg.reference, leg.parentReference, leg.relatedReference].filter((reference) => reference !== null);
  for (const reference of [...new Set(named)].toSorted()) await lockKey(db, reference);
}

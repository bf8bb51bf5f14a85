import type { LegFacts } from '@ringfence/domain/calls';
import type { TenantDb } from '@ringfence/tenancy';
import { lockKeys } from './lock-keys.ts';

/** Lets one transaction at a time work on the legs that a message names. */
export async function lockReferences(db: TenantDb, leg: LegFacts): Promise<void> {
  const named = [leg.reference, leg.parentReference, leg.relatedReference].filter((reference) => reference !== null);
  await lockKeys(db, named);
}

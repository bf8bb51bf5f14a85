import { Forbidden } from '@ringfence/domain';
import type { TenantDb } from '@ringfence/tenancy';

/** @throws Forbidden for an API key: what gives or takes access is a person's to decide, whatever role the key has. */
export function refuseUnlessPerson({ actor }: Pick<TenantDb, 'actor'>): void {
  if (actor.kind !== 'user') throw new Forbidden('An API key can not do that: sign in as a person.');
}

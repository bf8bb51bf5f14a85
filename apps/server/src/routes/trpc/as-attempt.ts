import type { Miss } from '@ringfence/identity/trpc';
import type { Attempt } from '@ringfence/platform/across-tenants';

/** What a procedure missed, as the trail takes it: with the address it came from. */
export function asAttempt({ signedIn, procedure, how, ids }: Miss, address: string): Omit<Attempt, 'count'> {
  const { actor, orgId } = signedIn;
  return { how, surface: 'procedure', actor, orgId, procedure, address, ids };
}

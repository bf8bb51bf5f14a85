import type { Tenancy } from '@ringfence/tenancy';

/** An organisation that owns an id, and the table it stands in. */
export interface Owner {
  readonly orgId: string;
  readonly foundIn: string;
}

/**
 * The organisations that own ids, 50 at most at once, each once, though a row and what is derived of it share an id; an id that nobody
 * has is missing. For the service's log-in alone.
 */
export async function findOwners(service: Pick<Tenancy, 'lookup'>, ids: readonly string[]): Promise<Map<string, Owner[]>> {
  const owners = new Map<string, Owner[]>();
  if (ids.length === 0) return owners;
  const rows = await service.lookup<{ id: string; org_id: string; found_in: string }>('find_owners', `{${ids.join(',')}}`);
  for (const { id, org_id: orgId, found_in: foundIn } of rows) {
    const known = owners.get(id) ?? [];
    if (!known.some((owner) => owner.orgId === orgId)) owners.set(id, [...known, { orgId, foundIn }]);
  }
  return owners;
}

import type { Tenancy } from '@ringfence/tenancy';

export interface ListedOrganization {
  readonly orgId: string;
  readonly name: string;
  readonly timeZone: string;
}

/** All organisations that live, oldest first; for the operator's log-in alone. */
export async function listOrganizations(service: Pick<Tenancy, 'lookup'>): Promise<ListedOrganization[]> {
  const rows = await service.lookup<{ org_id: string; name: string; time_zone: string }>('list_organizations');
  return rows.map((row) => ({ orgId: row.org_id, name: row.name, timeZone: row.time_zone }));
}

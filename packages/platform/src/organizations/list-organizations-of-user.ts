import type { Role } from '@ringfence/domain/members';
import type { Tenancy } from '@ringfence/tenancy';

export interface OrganizationOfUser {
  readonly id: string;
  readonly name: string;
  readonly timeZone: string;
  readonly role: Role;
}

/** Where a signed-in user belongs, the longest membership first. */
export async function listOrganizationsOfUser(tenancy: Pick<Tenancy, 'lookup'>, userId: string): Promise<OrganizationOfUser[]> {
  const rows = await tenancy.lookup<{ org_id: string; name: string; time_zone: string; role: Role }>('organizations_of_user', userId);
  return rows.map((row) => ({ id: row.org_id, name: row.name, timeZone: row.time_zone, role: row.role }));
}

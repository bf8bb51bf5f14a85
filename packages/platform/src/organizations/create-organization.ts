import type { CreateOrganization } from '@ringfence/domain/organizations';
import type { Tenancy } from '@ringfence/tenancy';

/** Makes an organisation with its owner and its first audit row. Only the operator's log-in may leave the owner out. */
export async function createOrganization(
  tenancy: Pick<Tenancy, 'lookup'>,
  { name, timeZone }: CreateOrganization,
  ownerId: string | null,
): Promise<{ orgId: string }> {
  const [made] = await tenancy.lookup<{ org_id: string }>('create_organization', name, timeZone, ownerId);
  if (!made) throw new Error('create_organization gave no row');
  return { orgId: made.org_id };
}

import type { Tenancy } from '@ringfence/tenancy';
import { listOrganizationsOfUser } from '../organizations/list-organizations-of-user.ts';
import type { ProceduresOutside } from '../outside/outside.ts';

interface SignedIn {
  readonly userId: string;
  readonly orgId: string | null;
}

/** Who is signed in, where they belong, and which organisation the token names while they still belong there. */
export async function describeSession(
  tenancy: Pick<Tenancy, 'lookup'>,
  outside: Pick<ProceduresOutside, 'findUser'>,
  { userId, orgId }: SignedIn,
) {
  const [user, organizations] = await Promise.all([outside.findUser(userId), listOrganizationsOfUser(tenancy, userId)]);
  return {
    user: user ?? { id: userId, email: null, name: null },
    organizations,
    activeOrgId: organizations.some(({ id }) => id === orgId) ? orgId : null,
  };
}

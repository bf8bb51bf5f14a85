import { Conflict, NotFound } from '@ringfence/domain';
import type { SwitchOrganization } from '@ringfence/domain/organizations';
import type { Tenancy } from '@ringfence/tenancy';
import { listOrganizationsOfUser } from '../organizations/list-organizations-of-user.ts';
import type { ProceduresOutside } from '../outside/outside.ts';

interface SignedIn {
  readonly userId: string;
  readonly sessionId: string | null;
}

/**
 * Makes another of one's organisations the active one; the next token carries it.
 * @throws NotFound where one doesn't belong; Conflict for a token that no sign-in stands behind.
 */
export async function switchOrganization(
  tenancy: Pick<Tenancy, 'lookup'>,
  outside: Pick<ProceduresOutside, 'activateOrganization'>,
  { userId, sessionId }: SignedIn,
  { orgId }: SwitchOrganization,
): Promise<{ orgId: string }> {
  const organizations = await listOrganizationsOfUser(tenancy, userId);
  if (!organizations.some(({ id }) => id === orgId)) throw new NotFound('organisation');
  if (sessionId === null) throw new Conflict('This token names its organisation itself. Ask its issuer for another one.');
  await outside.activateOrganization(sessionId, orgId);
  return { orgId };
}

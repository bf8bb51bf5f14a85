import { NotFound } from '@ringfence/domain';
import type { InvitationToken } from '@ringfence/domain/invitations';
import type { Role } from '@ringfence/domain/members';
import type { Tenancy } from '@ringfence/tenancy';
import type { ProceduresOutside } from '../outside/outside.ts';
import { hashLink } from './hash-link.ts';

/**
 * What a link leads to, for whoever it is bound to.
 * @throws NotFound in the same words for a link that never was, was used, has ended, or is bound to another address.
 */
export async function describeInvitation(
  tenancy: Pick<Tenancy, 'lookup'>,
  outside: Pick<ProceduresOutside, 'findUser'>,
  { userId }: { readonly userId: string },
  { token }: InvitationToken,
) {
  const user = await outside.findUser(userId);
  const [found] = await tenancy.lookup<{ organization_name: string; email: string; role: Role; expires_at: Date }>(
    'find_invitation',
    hashLink(token),
    user?.email ?? null,
  );
  if (!found) throw new NotFound('invitation');
  return { organizationName: found.organization_name, email: found.email, role: found.role, expiresAt: found.expires_at };
}

import { NotFound } from '@ringfence/domain';
import type { InvitationToken } from '@ringfence/domain/invitations';
import type { Tenancy } from '@ringfence/tenancy';
import type { ProceduresOutside } from '../outside/outside.ts';
import { hashLink } from './hash-link.ts';

interface SignedIn {
  readonly userId: string;
  readonly sessionId: string | null;
}

/**
 * Takes whoever a link is bound to into the organisation, once, and makes it their active one. Who is a member already stays what they are.
 * @throws NotFound in the same words for a link that never was, was used, has ended, or is bound to another address.
 */
export async function acceptInvitation(
  tenancy: Pick<Tenancy, 'lookup'>,
  outside: Pick<ProceduresOutside, 'findUser' | 'activateOrganization'>,
  { userId, sessionId }: SignedIn,
  { token }: InvitationToken,
): Promise<{ orgId: string }> {
  const user = await outside.findUser(userId);
  const [joined] = await tenancy.lookup<{ org_id: string }>('accept_invitation', hashLink(token), userId, user?.email ?? null);
  if (!joined) throw new NotFound('invitation');
  if (sessionId !== null) await outside.activateOrganization(sessionId, joined.org_id);
  return { orgId: joined.org_id };
}

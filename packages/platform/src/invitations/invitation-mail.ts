import type { Role } from '@ringfence/domain/members';
import type { Mail } from '@ringfence/domain/mail';

interface Invited {
  readonly email: string;
  readonly role: Role;
  readonly organizationName: string;
  readonly link: string;
}

/** The mail that brings an invitation. */
export function invitationMail({ email, role, organizationName, link }: Invited): Mail {
  return {
    to: email,
    subject: `You are invited to ${organizationName}`,
    text: `${organizationName} invites you to Ringfence as ${role}. Within a week, and once, signed in with this address: ${link}`,
    link,
  };
}

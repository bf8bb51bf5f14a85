import type { NewInvitation } from '@ringfence/platform/invitations';
import type { SeededOrganization } from '@ringfence/testing/organizations';
import type { Account } from './sign-in.ts';

/** An organisation, and its owner as a browser holds one. */
export interface Member {
  readonly seeded: SeededOrganization;
  /** Beside the seeded one, of the same secret. */
  readonly vapiConnectionId: string;
  readonly failedRecordingId: string;
  /** An owner, who signed in by e-mail and password; cookie and token are of that session. */
  readonly account: Account;
  /** Bound to the account's own address. */
  readonly invitation: NewInvitation;
  readonly cookie: string;
  readonly token: string;
}

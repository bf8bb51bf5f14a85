import type { Role } from '@ringfence/domain/members';

/** A running Ringfence, as its operator sees it: what the command line can do. */
export interface Installation {
  readonly url: string;
  createOrganization(name: string): Promise<{ orgId: string }>;
  addMember(member: { orgId: string; email: string; role: Role }): Promise<{ userId: string }>;
  signToken(holder: { orgId: string; userId: string }): Promise<string>;
  /** A Twilio connection; `webhookUrl` is what Twilio calls and signs, without `/status` and `/recording`. */
  addConnection(orgId: string): Promise<{ secret: string; webhookUrl: string }>;
}

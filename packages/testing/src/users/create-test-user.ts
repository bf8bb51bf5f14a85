import { randomUUID } from 'node:crypto';
import type { Role } from '@ringfence/domain/members';
import { currentInstallation } from '../installation/current-installation.ts';
import { resolveOrgId } from '../organizations/create-test-org.ts';

export interface TestUser {
  readonly id: string;
  /** A uuid, whatever name was given. */
  readonly orgId: string;
  readonly role: Role;
  readonly email: string;
  /** A bearer token of an hour. */
  readonly token: string;
}

/** Makes a user and a member of an organisation, with a token for it. */
export async function createTestUser({ orgId, role = 'agent' }: { orgId: string; role?: Role }): Promise<TestUser> {
  const installation = await currentInstallation();
  const org = await resolveOrgId(orgId);
  const email = `${randomUUID()}@example.com`;
  const { userId } = await installation.addMember({ orgId: org, email, role });
  return { id: userId, orgId: org, role, email, token: await installation.signToken({ orgId: org, userId }) };
}

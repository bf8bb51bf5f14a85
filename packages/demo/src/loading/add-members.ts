import { addMember } from '@ringfence/platform/members';
import type { DemoOrganization } from '../organizations/demo-organization.ts';
import type { DemoDoors } from './demo-doors.ts';

/** Gives an organisation its members beside the owner. Adding them again changes nothing. */
export async function addMembers({ identity, service }: DemoDoors, { members }: DemoOrganization, orgId: string): Promise<void> {
  const others = members.filter((member) => member.role !== 'owner');
  const users = await Promise.all(others.map(async (member) => ({ ...(await identity.createUser(member)), role: member.role })));
  await service.inTenant({ orgId, actor: { kind: 'operator', id: 'operator' } }, async (db) => {
    for (const user of users) await addMember(db, user);
  });
}

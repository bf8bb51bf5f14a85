import { createOrganization } from '@ringfence/platform/organizations';
import type { DemoOrganization } from '../organizations/demo-organization.ts';
import type { DemoDoors } from './demo-doors.ts';
import { findOrganization } from './find-organization.ts';
import type { LoadedOrganization } from './loaded-organization.ts';

/** Makes a demo organisation with its owner, who may be there already. */
export async function makeOrganization(doors: DemoDoors, organization: DemoOrganization): Promise<LoadedOrganization> {
  const { name, timeZone, members } = organization;
  const owner = members.find((member) => member.role === 'owner');
  if (!owner) throw new Error(`${organization.slug} has no owner`);
  const { userId } = await doors.identity.createUser(owner);
  await createOrganization(doors.app, { name, timeZone }, userId);
  const made = await findOrganization(doors, organization);
  if (!made) throw new Error(`${organization.slug} was made and isn't there`);
  return made;
}

import { writeAudit } from '@ringfence/platform/audit-log';
import { planCalls } from '../calls/plan-calls.ts';
import type { DemoOrganization } from '../organizations/demo-organization.ts';
import { addMembers } from './add-members.ts';
import type { DemoDoors } from './demo-doors.ts';
import { COMPLETE } from './find-organization.ts';
import { furnish } from './furnish.ts';
import type { LoadedOrganization } from './loaded-organization.ts';
import { noteLooks } from './note-looks.ts';
import { receiveCalls } from './receive-calls.ts';
import { storeRecordings } from './store-recordings.ts';

/** Fills a demo organisation, or goes on where an earlier start was cut off; each step finds what it did before. */
export async function loadOrganization(doors: DemoDoors, organization: DemoOrganization, loaded: LoadedOrganization): Promise<void> {
  const { orgId } = loaded.owner;
  const calls = planCalls(organization, loaded.createdAt);
  await addMembers(doors, organization, orgId);
  const connectionIds = await furnish(doors, organization, loaded);
  await receiveCalls(doors, organization, { orgId, connectionIds }, calls);
  await storeRecordings(doors, organization, orgId, calls);
  await noteLooks(doors, loaded, connectionIds.values());
  await doors.app.inTenant(loaded.owner, (db) => writeAudit(db, { action: COMPLETE, target: orgId }));
  doors.tell(`${organization.name}: ${calls.length} calls`);
}

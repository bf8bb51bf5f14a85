import type { AuditAction } from '@ringfence/domain/audit-log';
import { auditLog, organizations } from '@ringfence/db/schema';
import { listOrganizationsOfUser } from '@ringfence/platform/organizations';
import type { Caller } from '@ringfence/tenancy';
import { and, eq } from 'drizzle-orm';
import type { DemoOrganization } from '../organizations/demo-organization.ts';
import type { DemoDoors } from './demo-doors.ts';
import type { LoadedOrganization } from './loaded-organization.ts';

/** What the audit log says once an organisation has all it should. */
export const COMPLETE: AuditAction = 'demo.load';

/** Finds a demo organisation by its owner's e-mail, which nobody else can have; null when it was never made, or was erased. */
export async function findOrganization(
  { app, identity }: Pick<DemoDoors, 'app' | 'identity'>,
  { members }: DemoOrganization,
): Promise<LoadedOrganization | null> {
  const ownerEmail = members.find((member) => member.role === 'owner')?.email ?? '';
  const user = await identity.findUserByEmail(ownerEmail);
  const [owned] = user ? (await listOrganizationsOfUser(app, user.id)).filter((organization) => organization.role === 'owner') : [];
  if (!user || !owned) return null;
  const owner: Caller = { orgId: owned.id, actor: { kind: 'user', id: user.id } };
  return app.inTenant(owner, async (db) => {
    const [found] = await db.select({ createdAt: organizations.createdAt }).from(organizations).where(eq(organizations.orgId, db.orgId));
    const complete = await db.$count(auditLog, and(eq(auditLog.orgId, db.orgId), eq(auditLog.action, COMPLETE)));
    return found ? { owner, createdAt: found.createdAt, isComplete: complete > 0 } : null;
  });
}

import { NotFound } from '@ringfence/domain';
import type { UpdateOrganization } from '@ringfence/domain/organizations';
import { organizations } from '@ringfence/db/schema';
import type { TenantDb } from '@ringfence/tenancy';
import { eq } from 'drizzle-orm';
import { writeAudit } from '../audit-log/write-audit.ts';

/** Changes what the organisation is called, or its time zone. @throws NotFound if it is gone */
export async function updateOrganization(db: TenantDb, { name, timeZone }: UpdateOrganization): Promise<{ id: string }> {
  const [updated] = await db
    .update(organizations)
    .set({ ...(name === undefined ? {} : { name }), ...(timeZone === undefined ? {} : { timeZone }) })
    .where(eq(organizations.orgId, db.orgId))
    .returning({ id: organizations.orgId });
  if (!updated) throw new NotFound('organisation');
  await writeAudit(db, { action: 'organization.update', target: updated.id });
  return updated;
}

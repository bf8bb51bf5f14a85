import { memberships } from '@ringfence/db/schema';
import type { Tenancy } from '@ringfence/tenancy';
import { and, asc, eq } from 'drizzle-orm';
import { acrossTenants } from './across-tenants.ts';

const LIMIT_MS = 5_000;

/** Who owns an organisation for the longest time, or null. */
export async function findFirstOwner(service: Tenancy, { orgId, reason }: { orgId: string; reason: string }): Promise<string | null> {
  const [owner] = await acrossTenants(service, { reason, orgIds: [orgId], forMs: LIMIT_MS }, async (db) => {
    const [first] = await db
      .select({ userId: memberships.userId })
      .from(memberships)
      .where(and(eq(memberships.orgId, db.orgId), eq(memberships.role, 'owner')))
      .orderBy(asc(memberships.createdAt), asc(memberships.id))
      .limit(1);
    return first?.userId ?? null;
  });
  return owner ?? null;
}

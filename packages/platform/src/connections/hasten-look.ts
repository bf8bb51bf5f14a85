import { connectionLooks } from '@ringfence/db/schema';
import type { TenantDb } from '@ringfence/tenancy';
import { and, eq, sql } from 'drizzle-orm';

/** Makes a connection's next look due now; one at which nobody looks by themselves is left alone. */
export async function hastenLook(db: TenantDb, connectionId: string): Promise<void> {
  await db
    .update(connectionLooks)
    .set({ nextLookAt: sql`least(${connectionLooks.nextLookAt}, now())` })
    .where(
      and(eq(connectionLooks.orgId, db.orgId), eq(connectionLooks.connectionId, connectionId), sql`${connectionLooks.nextLookAt} > now()`),
    );
}

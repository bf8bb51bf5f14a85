import { connections } from '@ringfence/db/schema';
import { createConnection } from '@ringfence/platform/connections';
import { createArticle } from '@ringfence/platform/knowledge';
import { createLead } from '@ringfence/platform/leads';
import type { TenantDb } from '@ringfence/tenancy';
import { eq } from 'drizzle-orm';
import type { DemoConnection, DemoOrganization } from '../organizations/demo-organization.ts';
import { accountSid } from '../twilio/account-sid.ts';
import type { DemoDoors } from './demo-doors.ts';
import type { LoadedOrganization } from './loaded-organization.ts';

export type ConnectionIds = ReadonlyMap<DemoConnection['provider'], string>;

/** Puts in connections, leads and knowledge, all or nothing, and gives the connections' ids; the second time it only finds those. */
export function furnish(
  { app, sealing }: DemoDoors,
  organization: DemoOrganization,
  { owner }: LoadedOrganization,
): Promise<ConnectionIds> {
  return app.inTenant(owner, async (db) => {
    const known = await findConnections(db);
    if (known.size > 0) return known;
    for (const connection of organization.connections) {
      const accountId = connection.provider === 'twilio' ? { accountId: accountSid(organization.slug) } : {};
      await createConnection(db, { ...connection, ...accountId }, sealing);
    }
    for (const { lead } of organization.leads) await createLead(db, lead);
    for (const article of organization.articles) await createArticle(db, article);
    return findConnections(db);
  });
}

async function findConnections(db: TenantDb): Promise<ConnectionIds> {
  const rows = await db.select().from(connections).where(eq(connections.orgId, db.orgId));
  return new Map(rows.flatMap(({ provider, id }) => (provider === 'ringfence' ? [] : [[provider, id] as const])));
}

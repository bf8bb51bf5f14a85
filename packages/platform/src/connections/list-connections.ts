import { connections, providerEvents, webhookRefusals } from '@ringfence/db/schema';
import type { TenantReader } from '@ringfence/tenancy';
import { and, asc, desc, eq, gte, sql } from 'drizzle-orm';

const REFUSALS_SHOWN_DAYS = 14;
const PARKED_SHOWN = 20;

/** Every way in, with what came last, what is parked, and what was turned away lately. */
export async function listConnections(db: TenantReader) {
  const ofThisConnection = and(eq(providerEvents.orgId, connections.orgId), eq(providerEvents.connectionId, connections.id));
  const rows = await db
    .select({
      id: connections.id,
      provider: connections.provider,
      name: connections.name,
      enabled: connections.enabled,
      createdAt: connections.createdAt,
      pausedAt: connections.pausedAt,
      pauseReason: connections.pauseReason,
      lastEventAt: sql<Date | null>`(select max(${providerEvents.receivedAt}) from ${providerEvents} where ${ofThisConnection})`.mapWith(
        providerEvents.receivedAt,
      ),
      parkedCount: sql<number>`(select count(*)::integer from ${providerEvents} where ${ofThisConnection} and ${providerEvents.outcome} = 'parked')`,
    })
    .from(connections)
    .where(eq(connections.orgId, db.orgId))
    .orderBy(asc(connections.createdAt), asc(connections.id));
  const refusals = await listRefusals(db);
  return Promise.all(
    rows.map(async (row) => ({
      ...row,
      parked: row.parkedCount > 0 ? await listParked(db, row.id) : [],
      refusals: refusals.flatMap(({ connectionId, ...refusal }) => (connectionId === row.id ? [refusal] : [])),
    })),
  );
}

function listRefusals(db: TenantReader) {
  return db
    .select({
      connectionId: webhookRefusals.connectionId,
      day: webhookRefusals.day,
      reason: webhookRefusals.reason,
      count: webhookRefusals.count,
    })
    .from(webhookRefusals)
    .where(and(eq(webhookRefusals.orgId, db.orgId), gte(webhookRefusals.day, sql`current_date - ${REFUSALS_SHOWN_DAYS}::integer`)))
    .orderBy(desc(webhookRefusals.day), asc(webhookRefusals.reason));
}

function listParked(db: TenantReader, connectionId: string) {
  return db
    .select({
      id: providerEvents.id,
      kind: providerEvents.kind,
      reason: providerEvents.parkedReason,
      receivedAt: providerEvents.receivedAt,
    })
    .from(providerEvents)
    .where(and(eq(providerEvents.orgId, db.orgId), eq(providerEvents.connectionId, connectionId), eq(providerEvents.outcome, 'parked')))
    .orderBy(desc(providerEvents.receivedAt))
    .limit(PARKED_SHOWN);
}

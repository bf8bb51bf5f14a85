import type { Understood } from '@ringfence/domain/calls';
import { connections, providerEvents } from '@ringfence/db/schema';
import type { TenantReader } from '@ringfence/tenancy';
import { and, asc, eq, type SQL } from 'drizzle-orm';

/** A message as it was kept, and by what it was taken for then. */
export type KeptEvent = Awaited<ReturnType<typeof listKeptEvents>>[number];

/** Reads a kept message as it would be read if it came today. Never throws. */
export type Reread = (kept: Pick<KeptEvent, 'provider' | 'source' | 'kind' | 'body'>) => Understood;

/** Kept messages of this organisation, in the order in which they came to be kept. */
export function listKeptEvents(db: TenantReader, which: SQL | undefined, limit: number) {
  return db
    .select({
      id: providerEvents.id,
      connectionId: providerEvents.connectionId,
      provider: connections.provider,
      source: providerEvents.source,
      kind: providerEvents.kind,
      outcome: providerEvents.outcome,
      reference: providerEvents.reference,
      body: providerEvents.body,
      receivedAt: providerEvents.receivedAt,
    })
    .from(providerEvents)
    .innerJoin(connections, and(eq(connections.orgId, providerEvents.orgId), eq(connections.id, providerEvents.connectionId)))
    .where(and(eq(providerEvents.orgId, db.orgId), which))
    .orderBy(asc(providerEvents.id))
    .limit(limit);
}

import { providerEvents } from '@ringfence/db/schema';
import type { TenantDb } from '@ringfence/tenancy';
import { and, eq } from 'drizzle-orm';
import type { KeptEvent, Reread } from './kept-event.ts';
import type { IdleEvent } from './scan-events.ts';

/** Files messages under what they are understood as today. Their keys stay as they are. */
export async function settleEvents(db: TenantDb, events: readonly KeptEvent[], reread: Reread): Promise<void> {
  for (const kept of events) {
    const understood = reread(kept);
    if (understood.kind !== 'event') continue;
    const { kind, occurredAt, leg } = understood.event;
    if (kept.outcome === 'applied' && kept.reference === leg.reference && kept.kind === kind) continue;
    await file(db, kept.id, { outcome: 'applied', kind, occurredAt, reference: leg.reference });
  }
}

/** Messages that were parked and are known to change nothing. */
export async function settleIdle(db: TenantDb, idle: readonly IdleEvent[]): Promise<void> {
  for (const { id, kind, reference } of idle) await file(db, id, { outcome: 'ignored', kind, reference });
}

type Filed = Pick<typeof providerEvents.$inferInsert, 'outcome' | 'kind' | 'occurredAt' | 'reference'>;

async function file(db: TenantDb, id: string, filed: Filed): Promise<void> {
  await db
    .update(providerEvents)
    .set({ ...filed, parkedReason: null })
    .where(and(eq(providerEvents.orgId, db.orgId), eq(providerEvents.id, id)));
}

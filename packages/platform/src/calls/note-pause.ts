import { connectionLooks, providerEvents } from '@ringfence/db/schema';
import type { TenantDb } from '@ringfence/tenancy';
import { and, eq, gt, notExists, sql } from 'drizzle-orm';

/** After so long a silence the next message may not be the first that was sent. */
const PAUSE = sql`interval '15 minutes'`;

/** Before a message is kept: where its connection had been silent for long, the provider is asked soon what else there was. */
export async function notePause(db: TenantDb, connectionId: string): Promise<void> {
  const heardLately = db
    .select({ id: providerEvents.id })
    .from(providerEvents)
    .where(
      and(
        eq(providerEvents.orgId, db.orgId),
        eq(providerEvents.connectionId, connectionId),
        gt(providerEvents.receivedAt, sql`now() - ${PAUSE}`),
      ),
    );
  await db
    .update(connectionLooks)
    .set({ nextLookAt: sql`now()` })
    .where(
      and(
        eq(connectionLooks.orgId, db.orgId),
        eq(connectionLooks.connectionId, connectionId),
        gt(connectionLooks.nextLookAt, sql`now()`),
        notExists(heardLately),
      ),
    );
}

import { catchUpJob, LISTING_PROVIDERS } from '@ringfence/domain/connections';
import { connectionLooks, connections } from '@ringfence/db/schema';
import type { TenantDb } from '@ringfence/tenancy';
import { and, eq, inArray, isNotNull, lt, lte, or, sql } from 'drizzle-orm';
import { enqueue } from '../jobs/enqueue.ts';

/**
 * Queues a look for each of the organisation's connections that is due, and puts its next one an hour ahead, give or take five minutes, so
 * that not everybody asks at once. Gives how many.
 */
export async function queueDueLooks(db: TenantDb): Promise<number> {
  const listing = db
    .select({ id: connections.id })
    .from(connections)
    .where(and(eq(connections.orgId, db.orgId), eq(connections.enabled, true), inArray(connections.provider, [...LISTING_PROVIDERS])));
  const isDue = or(
    lte(connectionLooks.nextLookAt, sql`clock_timestamp()`),
    and(lt(connectionLooks.askedAt, sql`(select public.intake_paused_until())`), isNotNull(connectionLooks.nextLookAt)),
  );
  const due = await db
    .update(connectionLooks)
    .set({ askedAt: sql`clock_timestamp()`, nextLookAt: sql`clock_timestamp() + interval '55 minutes' + random() * interval '10 minutes'` })
    .where(and(eq(connectionLooks.orgId, db.orgId), isDue, inArray(connectionLooks.connectionId, listing)))
    .returning({ connectionId: connectionLooks.connectionId });
  await Promise.all(due.map(({ connectionId }) => enqueue(db, catchUpJob, { connectionId })));
  return due.length;
}

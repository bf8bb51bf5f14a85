import { Conflict, NotFound } from '@ringfence/domain';
import { type CatchUp, catchUpJob, hasList } from '@ringfence/domain/connections';
import { connections } from '@ringfence/db/schema';
import type { TenantDb } from '@ringfence/tenancy';
import { and, eq } from 'drizzle-orm';
import { writeAudit } from '../audit-log/write-audit.ts';
import { enqueue } from '../jobs/enqueue.ts';

/**
 * Asks for a look at the provider's list as soon as a worker is free; one that waits already is the same.
 * @throws NotFound if this organisation has no such connection; Conflict if it is switched off, or its provider has no list.
 */
export async function queueCatchUp(db: TenantDb, { connectionId }: CatchUp): Promise<{ queued: true }> {
  const [found] = await db
    .select({ provider: connections.provider, enabled: connections.enabled })
    .from(connections)
    .where(and(eq(connections.orgId, db.orgId), eq(connections.id, connectionId)));
  if (!found) throw new NotFound('connection');
  if (!found.enabled) throw new Conflict('The connection is switched off.');
  if (!hasList(found.provider)) throw new Conflict('This provider has no list of calls to ask for.');
  await Promise.all([enqueue(db, catchUpJob, { connectionId }), writeAudit(db, { action: 'connection.catch-up', target: connectionId })]);
  return { queued: true };
}

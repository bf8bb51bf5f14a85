import { NotFound } from '@ringfence/domain';
import { type GetCompleteness, hasList } from '@ringfence/domain/connections';
import { connectionDays, connectionLooks, connections } from '@ringfence/db/schema';
import type { TenantReader } from '@ringfence/tenancy';
import { and, desc, eq, sql } from 'drizzle-orm';

const DAYS_SHOWN = 14;

/**
 * How complete a connection is: for each day what its provider's list had, how much of it is here, and how much only looks brought.
 * Counted at the look, so that calls since then make no difference. @throws NotFound if this organisation has no such connection.
 */
export async function getCompleteness(db: TenantReader, { connectionId, days = DAYS_SHOWN }: GetCompleteness) {
  const [[found], counted] = await Promise.all([findLook(db, connectionId), listDays(db, connectionId, days)]);
  if (!found) throw new NotFound('connection');
  const { provider, failedAt, failureReason, ...look } = found;
  return {
    ...look,
    canLook: hasList(provider),
    lastFailure: failedAt && failureReason ? { at: failedAt, reason: failureReason } : null,
    days: counted.map(({ listedRecordings, knownRecordings, ...day }) => ({
      ...day,
      difference: day.provider - day.ours,
      recordings: { provider: listedRecordings, ours: knownRecordings, difference: listedRecordings - knownRecordings },
    })),
  };
}

function findLook(db: TenantReader, connectionId: string) {
  return db
    .select({
      provider: connections.provider,
      lastLookAt: connectionLooks.lookedAt,
      completeUntil: connectionLooks.completeUntil,
      nextLookAt: connectionLooks.nextLookAt,
      failedAt: connectionLooks.failedAt,
      failureReason: connectionLooks.failureReason,
      pausedSince: connections.pausedAt,
      pauseReason: connections.pauseReason,
    })
    .from(connections)
    .leftJoin(connectionLooks, and(eq(connectionLooks.orgId, connections.orgId), eq(connectionLooks.connectionId, connections.id)))
    .where(and(eq(connections.orgId, db.orgId), eq(connections.id, connectionId)));
}

function listDays(db: TenantReader, connectionId: string, days: number) {
  return db
    .select({
      day: connectionDays.day,
      provider: connectionDays.listedCalls,
      ours: connectionDays.knownCalls,
      found: connectionDays.found,
      lookedAt: connectionDays.lookedAt,
      listedRecordings: connectionDays.listedRecordings,
      knownRecordings: connectionDays.knownRecordings,
    })
    .from(connectionDays)
    .where(
      and(
        eq(connectionDays.orgId, db.orgId),
        eq(connectionDays.connectionId, connectionId),
        sql`${connectionDays.day} > current_date - ${days}::integer`,
      ),
    )
    .orderBy(desc(connectionDays.day));
}

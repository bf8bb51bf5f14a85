import { type ListQueue, type QueueState, queueState } from '@ringfence/domain/recordings';
import { calls, connections, recordings } from '@ringfence/db/schema';
import type { TenantReader } from '@ringfence/tenancy';
import { and, desc, eq, lt, ne, type SQL, sql } from 'drizzle-orm';
import { readCursor } from '../paging/cursor.ts';
import { DEFAULT_LIMIT, takePage } from '../paging/take-page.ts';
import { countQueue } from './count-queue.ts';
import { nextAttemptAt } from './next-attempt-at.ts';

const ARE_IN: Readonly<Record<QueueState, SQL | undefined>> = {
  waiting: eq(recordings.status, 'pending'),
  running: eq(recordings.status, 'processing'),
  failed: and(eq(recordings.status, 'failed'), ne(recordings.failureReason, 'gone')),
  gone: and(eq(recordings.status, 'failed'), eq(recordings.failureReason, 'gone')),
};

/** A page of recordings that aren't stored, newest first, and how many there are of each state. Their ids tell their order. */
export async function listQueue(db: TenantReader, { state, cursor, limit = DEFAULT_LIMIT }: ListQueue) {
  const place = cursor === undefined ? undefined : readCursor(db.orgId, cursor);
  const [rows, totals] = await Promise.all([
    db
      .select({
        id: recordings.id,
        callId: recordings.callId,
        status: sql<'pending' | 'processing' | 'failed'>`${recordings.status}`,
        reason: recordings.failureReason,
        message: recordings.lastError,
        attempts: recordings.attempts,
        nextAttemptAt: nextAttemptAt(),
        deletesAt: recordings.deletesAt,
        createdAt: recordings.createdAt,
        sizeBytes: recordings.sizeBytes,
        durationMs: recordings.durationMs,
        provider: connections.provider,
        connectionId: recordings.connectionId,
        connectionName: connections.name,
        isPaused: sql<boolean>`${connections.pausedAt} is not null`,
        fromNumber: calls.fromNumber,
        toNumber: calls.toNumber,
        fromAddress: calls.fromAddress,
        toAddress: calls.toAddress,
        direction: calls.direction,
        startedAt: calls.startedAt,
      })
      .from(recordings)
      .innerJoin(calls, and(eq(calls.orgId, recordings.orgId), eq(calls.id, recordings.callId)))
      .innerJoin(connections, and(eq(connections.orgId, recordings.orgId), eq(connections.id, recordings.connectionId)))
      .where(
        and(eq(recordings.orgId, db.orgId), ne(recordings.status, 'stored'), state && ARE_IN[state], place && lt(recordings.id, place.id)),
      )
      .orderBy(desc(recordings.id))
      .limit(limit + 1),
    countQueue(db),
  ]);
  const items = rows.map((row) => ({ ...row, state: queueState(row.status, row.reason) }));
  return { ...takePage(db.orgId, items, limit, ({ createdAt, id }) => ({ at: createdAt, id })), totals };
}

import { callLogs, connectionDays, connectionLooks, recordings } from '@ringfence/db/schema';
import type { TenantDb } from '@ringfence/tenancy';
import { and, eq, inArray, sql } from 'drizzle-orm';

/** What a provider's list had of one day. */
export interface ListedDay {
  readonly connectionId: string;
  /** `YYYY-MM-DD`, in the organisation's time zone. */
  readonly day: string;
  /** The provider's ids of its calls and recordings. */
  readonly calls: readonly string[];
  readonly recordings: readonly string[];
  /** How many messages the list brought that had not come. */
  readonly found: number;
  /** All that began before is over, and has been asked for. */
  readonly completeUntil: Date;
}

/** More than this a statement can't ask for at once. */
const AT_ONCE = 10_000;

/** Keeps the provider's count of a day beside ours, which is taken now: of the very calls and recordings that were listed. */
export async function finishDay(db: TenantDb, listed: ListedDay): Promise<void> {
  const [knownCalls, knownRecordings] = await Promise.all([
    countKnown(db, callLogs, listed.connectionId, listed.calls),
    countKnown(db, recordings, listed.connectionId, listed.recordings),
  ]);
  const counts = { listedCalls: listed.calls.length, knownCalls, listedRecordings: listed.recordings.length, knownRecordings };
  await db
    .insert(connectionDays)
    .values({ orgId: db.orgId, connectionId: listed.connectionId, day: listed.day, found: listed.found, ...counts })
    .onConflictDoUpdate({
      target: [connectionDays.orgId, connectionDays.connectionId, connectionDays.day],
      set: { ...counts, found: sql`${connectionDays.found} + excluded.found`, lookedAt: sql`clock_timestamp()` },
    });
  const until = sql`${listed.completeUntil.toISOString()}::timestamptz`;
  await db
    .update(connectionLooks)
    .set({ completeUntil: sql`greatest(${connectionLooks.completeUntil}, ${until})` })
    .where(and(eq(connectionLooks.orgId, db.orgId), eq(connectionLooks.connectionId, listed.connectionId)));
}

async function countKnown(
  db: TenantDb,
  table: typeof callLogs | typeof recordings,
  connectionId: string,
  references: readonly string[],
): Promise<number> {
  let known = 0;
  for (let begin = 0; begin < references.length; begin += AT_ONCE) {
    const some = references.slice(begin, begin + AT_ONCE);
    known += await db.$count(table, and(eq(table.orgId, db.orgId), eq(table.connectionId, connectionId), inArray(table.reference, some)));
  }
  return known;
}

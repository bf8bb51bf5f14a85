import type { RefusalReason } from '@ringfence/domain/connections';
import { webhookRefusals } from '@ringfence/db/schema';
import type { TenantDb } from '@ringfence/tenancy';
import { sql } from 'drizzle-orm';
import { writeAudit } from '../audit-log/write-audit.ts';

/** Refusals of one connection since the last count, by day (UTC, `YYYY-MM-DD`) and reason. */
export interface CountedRefusals {
  readonly connectionId: string;
  readonly day: string;
  readonly reason: RefusalReason;
  readonly count: number;
}

/** What somebody without the connection's secret is turned away for; the rest is a provider's own mistake. */
const OF_STRANGERS: readonly RefusalReason[] = ['unsigned', 'wrong-signature'];

/** Adds what a server turned away to the day's counts; the log hears of strangers at a connection's door, once a day and reason. */
export async function countRefusals(db: TenantDb, refusals: readonly CountedRefusals[]): Promise<void> {
  if (refusals.length === 0) return;
  const counted = await db
    .insert(webhookRefusals)
    .values(refusals.map((refusal) => ({ ...refusal, orgId: db.orgId })))
    .onConflictDoUpdate({
      target: [webhookRefusals.orgId, webhookRefusals.connectionId, webhookRefusals.day, webhookRefusals.reason],
      set: { count: sql`${webhookRefusals.count} + excluded.count` },
    })
    .returning({
      connectionId: webhookRefusals.connectionId,
      reason: webhookRefusals.reason,
      count: webhookRefusals.count,
      isFirst: sql<boolean>`xmax = 0`,
    });
  const strangers = counted.filter(({ reason, isFirst }) => isFirst && OF_STRANGERS.includes(reason));
  await Promise.all(
    strangers.map(({ connectionId, reason, count }) =>
      writeAudit(db, { action: 'crossing.webhook', target: connectionId, detail: { reason, count } }),
    ),
  );
}

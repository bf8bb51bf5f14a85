import type { RefusalReason } from '@ringfence/domain/connections';
import { webhookRefusals } from '@ringfence/db/schema';
import type { TenantDb } from '@ringfence/tenancy';
import { sql } from 'drizzle-orm';

/** Refusals of one connection since the last count, by day (UTC, `YYYY-MM-DD`) and reason. */
export interface CountedRefusals {
  readonly connectionId: string;
  readonly day: string;
  readonly reason: RefusalReason;
  readonly count: number;
}

/** Adds what a server turned away to the day's counts, in one statement. */
export async function countRefusals(db: TenantDb, refusals: readonly CountedRefusals[]): Promise<void> {
  if (refusals.length === 0) return;
  await db
    .insert(webhookRefusals)
    .values(refusals.map((refusal) => ({ ...refusal, orgId: db.orgId })))
    .onConflictDoUpdate({
      target: [webhookRefusals.orgId, webhookRefusals.connectionId, webhookRefusals.day, webhookRefusals.reason],
      set: { count: sql`${webhookRefusals.count} + excluded.count` },
    });
}

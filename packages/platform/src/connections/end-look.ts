import type { ListFailure } from '@ringfence/domain/connections';
import { connectionLooks } from '@ringfence/db/schema';
import type { TenantDb } from '@ringfence/tenancy';
import { and, eq, sql } from 'drizzle-orm';

/** How a look ended: null where the whole list was read. */
export interface EndedLook {
  readonly connectionId: string;
  readonly failure: ListFailure | null;
}

/** Notes that a look ended, for whoever asks how complete the connection is. A failed one leaves the last complete one as it was. */
export async function endLook(db: TenantDb, { connectionId, failure }: EndedLook): Promise<void> {
  const now = sql`clock_timestamp()`;
  const ended = failure === null ? { lookedAt: now, failedAt: null, failureReason: null } : { failedAt: now, failureReason: failure };
  await db
    .update(connectionLooks)
    .set(ended)
    .where(and(eq(connectionLooks.orgId, db.orgId), eq(connectionLooks.connectionId, connectionId)));
}

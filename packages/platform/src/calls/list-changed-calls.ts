import { calls } from '@ringfence/db/schema';
import type { TenantReader } from '@ringfence/tenancy';
import { and, asc, eq, gte, inArray } from 'drizzle-orm';
import { type CallItem, selectCalls } from './select-calls.ts';

/** More than this, and a page that was away long is better read anew. */
const CATCH_UP_LIMIT = 200;

/** A call, and when it changed last: what a stream resumes from. */
export interface ChangedCall {
  readonly call: CallItem;
  readonly changedAt: Date;
}

/** Calls of these ids, or all that changed since; in the order of their change. */
export async function listChangedCalls(db: TenantReader, wanted: { ids: readonly string[] } | { since: Date }): Promise<ChangedCall[]> {
  if ('ids' in wanted && wanted.ids.length === 0) return [];
  const isWanted = 'ids' in wanted ? inArray(calls.id, [...wanted.ids]) : gte(calls.updatedAt, wanted.since);
  const items = await selectCalls(db, db.orgId, CATCH_UP_LIMIT, isWanted);
  if (items.length === 0) return [];
  const changes = await db
    .select({ id: calls.id, changedAt: calls.updatedAt })
    .from(calls)
    .where(
      and(
        eq(calls.orgId, db.orgId),
        inArray(
          calls.id,
          items.map((item) => item.id),
        ),
      ),
    )
    .orderBy(asc(calls.updatedAt));
  const byId = new Map(items.map((item) => [item.id, item]));
  return changes.flatMap(({ id, changedAt }) => {
    const call = byId.get(id);
    return call ? [{ call, changedAt }] : [];
  });
}

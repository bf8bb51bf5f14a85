import type { ListCalls } from '@ringfence/domain/calls';
import { calls } from '@ringfence/db/schema';
import type { TenantReader } from '@ringfence/tenancy';
import { eq, gte, inArray, lt, sql, type SQL } from 'drizzle-orm';
import { after } from '../paging/after.ts';
import { readCursor } from '../paging/cursor.ts';
import { DEFAULT_LIMIT, type PageOf, takePage } from '../paging/take-page.ts';
import { type CallItem, selectCalls } from './select-calls.ts';

/** A page of calls, newest first. @throws InvalidInput for a cursor that isn't this organisation's. */
export async function listCalls(db: TenantReader, input: ListCalls): Promise<PageOf<CallItem>> {
  const limit = input.limit ?? DEFAULT_LIMIT;
  const rows = await selectCalls(
    db,
    limit + 1,
    input.direction && eq(calls.direction, input.direction),
    input.status && eq(calls.status, input.status),
    input.from === undefined ? undefined : gte(calls.startedAt, new Date(input.from)),
    input.to === undefined ? undefined : lt(calls.startedAt, new Date(input.to)),
    input.search ? isFoundBy(db.orgId, input.search, input, limit + 1) : undefined,
    after(db.orgId, input.cursor, calls.startedAt, calls.id),
  );
  return takePage(db.orgId, rows, limit, (call) => ({ at: call.startedAt, id: call.id }));
}

/**
 * Numbers are found by any of their digits however they're written; a call by the beginnings of words in its addresses, its summary,
 * what was said or its lead's name. The function looks past row-level security, in the indexes of the transaction's own tenant, and
 * gives the ids of this page: hence it is told all that narrows the list.
 */
function isFoundBy(orgId: string, search: string, { direction, status, from, to, cursor }: ListCalls, atMost: number): SQL {
  const place = cursor === undefined ? undefined : readCursor(orgId, cursor);
  return inArray(
    calls.id,
    sql`(select found from public.search_calls(${search}, ${direction ?? null}, ${status ?? null}, ${from ?? null}::timestamptz,
      ${to ?? null}::timestamptz, ${place?.at.toISOString() ?? null}::timestamptz, ${place?.id ?? null}::uuid, ${atMost}::integer) as found)`,
  );
}

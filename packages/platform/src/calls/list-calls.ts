import type { ListCalls } from '@ringfence/domain/calls';
import { calls, leads } from '@ringfence/db/schema';
import type { TenantDb } from '@ringfence/tenancy';
import { eq, gte, ilike, lt, or, type SQL } from 'drizzle-orm';
import { after } from '../paging/after.ts';
import { DEFAULT_LIMIT, type PageOf, takePage } from '../paging/take-page.ts';
import { type CallItem, selectCalls } from './select-calls.ts';

/** A page of calls, newest first. @throws InvalidInput for a cursor that isn't this organisation's. */
export async function listCalls(db: TenantDb, input: ListCalls): Promise<PageOf<CallItem>> {
  const limit = input.limit ?? DEFAULT_LIMIT;
  const rows = await selectCalls(
    db,
    limit + 1,
    input.direction && eq(calls.direction, input.direction),
    input.status && eq(calls.status, input.status),
    input.from === undefined ? undefined : gte(calls.startedAt, new Date(input.from)),
    input.to === undefined ? undefined : lt(calls.startedAt, new Date(input.to)),
    input.search ? matches(input.search) : undefined,
    after(db.orgId, input.cursor, calls.startedAt, calls.id),
  );
  return takePage(db.orgId, rows, limit, (call) => ({ at: call.startedAt, id: call.id }));
}

/** Numbers are found by their digits however they're written, names by any part. */
function matches(search: string): SQL | undefined {
  const digits = search.replaceAll(/[\s().-]/g, '');
  const isNumber = /^\+?\d{2,}$/.test(digits);
  const number = `%${digits.replace(/^0+/, '')}%`;
  const words = `%${search.replaceAll(/[\\%_]/g, String.raw`\$&`)}%`;
  return or(
    isNumber ? or(ilike(calls.fromNumber, number), ilike(calls.toNumber, number)) : undefined,
    ilike(calls.fromAddress, words),
    ilike(calls.toAddress, words),
    ilike(leads.name, words),
    ilike(calls.summary, words),
  );
}

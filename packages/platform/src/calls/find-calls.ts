import type { ListCalls } from '@ringfence/domain/calls';
import { calls } from '@ringfence/db/schema';
import { compileByGiven, type Given, type IsGiven } from '@ringfence/tenancy';
import { eq, gte, inArray, lt, sql, type SQL } from 'drizzle-orm';
import { selectCalls } from './select-calls.ts';

/** What a page of calls is narrowed by; times are ISO 8601. */
export interface CallsWanted extends Pick<ListCalls, 'direction' | 'status' | 'from' | 'to' | 'search'> {
  readonly [name: string]: unknown;
  readonly limit: number;
  /** The place after which the page begins. */
  readonly afterAt?: string | undefined;
  readonly afterId?: string | undefined;
}

/** A page of this organisation's calls, newest first: the product's most asked query, built once for each set of filters. */
export const findCalls = compileByGiven((query, given: Given<CallsWanted>, isGiven: IsGiven<CallsWanted>) =>
  selectCalls(
    query,
    given('orgId'),
    given('limit'),
    isGiven('direction') ? eq(calls.direction, given('direction')) : undefined,
    isGiven('status') ? eq(calls.status, given('status')) : undefined,
    isGiven('from') ? gte(calls.startedAt, sql`${given('from')}::timestamptz`) : undefined,
    isGiven('to') ? lt(calls.startedAt, sql`${given('to')}::timestamptz`) : undefined,
    isGiven('search') ? isFound(given, isGiven) : undefined,
    isGiven('afterId') ? sql`(${calls.startedAt}, ${calls.id}) < (${given('afterAt')}::timestamptz, ${given('afterId')}::uuid)` : undefined,
  ),
);

/**
 * Numbers are found by any of their digits however they're written; a call by the beginnings of words in its addresses, its summary,
 * what was said or its lead's name. The function looks past row-level security, in the indexes of the transaction's own tenant, and
 * gives the ids of this page: hence it is told all that narrows the list.
 */
function isFound(given: Given<CallsWanted>, isGiven: IsGiven<CallsWanted>): SQL {
  const orNull = (name: keyof CallsWanted & string) => (isGiven(name) ? given(name) : null);
  return inArray(
    calls.id,
    sql`(select found from public.search_calls(${given('search')}, ${orNull('direction')}, ${orNull('status')},
      ${orNull('from')}::timestamptz, ${orNull('to')}::timestamptz, ${orNull('afterAt')}::timestamptz, ${orNull('afterId')}::uuid,
      ${given('limit')}::integer) as found)`,
  );
}

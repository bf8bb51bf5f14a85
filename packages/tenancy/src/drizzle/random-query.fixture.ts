import { and, asc, desc, eq, gt, ilike, inArray, isNotNull, isNull, lt, not, or, type SQL, sql } from 'drizzle-orm';
import type { PgDatabase, PgQueryResultHKT } from 'drizzle-orm/pg-core';
import fc from 'fast-check';
import { kinds, notes } from './kinds.fixture.ts';

/** How a query is put together: numbers that choose, so that a failing one shrinks and can be run again. */
export interface QueryPlan {
  readonly selection: number;
  readonly join: number;
  readonly conditions: readonly (readonly [kind: number, value: number])[];
  readonly isOr: boolean;
  readonly order: number;
  readonly limit: number | null;
  readonly offset: number;
}

export const queryPlans: fc.Arbitrary<QueryPlan> = fc.record({
  selection: fc.nat(5),
  join: fc.nat(3),
  conditions: fc.array(fc.tuple(fc.nat(8), fc.nat(40)), { maxLength: 4 }),
  isOr: fc.boolean(),
  order: fc.nat(3),
  limit: fc.option(fc.nat(30)),
  offset: fc.nat(5),
});

const SELECTIONS = [
  { id: kinds.id, words: kinds.words },
  { all: kinds, body: notes.body },
  { kind: { id: kinds.id, at: kinds.at, json: kinds.json }, note: { id: notes.id, body: notes.body } },
  { note: notes, long: sql<number>`length(${kinds.words})`.mapWith(Number), raw: sql<string>`upper(${kinds.words})`.as('raw') },
  {
    tags: kinds.tags,
    counts: kinds.counts,
    raw: kinds.raw,
    span: kinds.span,
    atText: kinds.atText,
    mixed: { kindAt: kinds.at, noteAt: notes.at },
  },
  {
    huge: kinds.huge,
    big: kinds.big,
    exact: kinds.exact,
    day: kinds.day,
    local: kinds.local,
    noted: sql<Date>`max(${notes.at}) over ()`.mapWith(notes.at),
  },
] as const;

type AnyDatabase = Pick<PgDatabase<PgQueryResultHKT>, 'select'>;

/** The query of a plan, on any Drizzle. Always in one order, or two answers couldn't be compared. */
export function buildQuery(db: AnyDatabase, plan: QueryPlan): PromiseLike<unknown[]> {
  const query = joined(db, plan)
    .where(conditionOf(plan))
    .orderBy(...orderOf(plan.order), asc(kinds.id), asc(notes.id))
    .offset(plan.offset);
  return plan.limit === null ? query : query.limit(plan.limit);
}

function joined(db: AnyDatabase, plan: QueryPlan) {
  const start = db
    .select(SELECTIONS[plan.selection] ?? SELECTIONS[0])
    .from(kinds)
    .$dynamic();
  const on = and(eq(notes.orgId, kinds.orgId), eq(notes.kindId, kinds.id));
  if (plan.join === 0) return start.leftJoin(notes, on);
  if (plan.join === 1) return start.innerJoin(notes, on);
  return plan.join === 2 ? start.rightJoin(notes, on) : start.fullJoin(notes, on);
}

function conditionOf({ conditions, isOr }: QueryPlan): SQL | undefined {
  const parts = conditions.map(([kind, value]) => condition(kind, value));
  return isOr ? or(...parts) : and(...parts);
}

function condition(kind: number, value: number): SQL | undefined {
  const choices = [
    () => gt(kinds.whole, value - 20),
    () => lt(kinds.at, new Date(Date.UTC(1970, 0, 1, 0, 0, value - 20))),
    () => ilike(kinds.words, `%${'aeiou"'[value % 6]}%`),
    () =>
      inArray(
        kinds.whole,
        Array.from({ length: 1 + (value % 5) }, (_, index) => value + index),
      ),
    () => isNull(kinds.tags),
    () => and(isNotNull(notes.body), not(eq(kinds.yes, value % 2 === 0))),
    () => sql`${kinds.tags} && ${sql.param(['a', 'null'], kinds.tags)}`,
    () => sql`${kinds.json} ->> 'index' = ${String(value)}`,
    () => eq(kinds.huge, 9_007_199_254_740_993n + BigInt(value)),
  ];
  return choices[kind]?.();
}

function orderOf(order: number): SQL[] {
  return [[], [asc(kinds.words)], [desc(kinds.at), asc(kinds.exact)], [sql`${kinds.whole} nulls first`]][order] ?? [];
}

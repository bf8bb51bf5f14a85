import { calls } from '@ringfence/db/schema';
import { compile, type TenantDb } from '@ringfence/tenancy';
import { and, desc, eq, sql } from 'drizzle-orm';
import { type CallQueries, type NewCall, PAGE } from './call-queries.ts';
import { LISTED_COLUMNS } from './listed-columns.ts';

const listCalls = compile((query, given) =>
  query
    .select(LISTED_COLUMNS)
    .from(calls)
    .where(eq(calls.orgId, given('orgId')))
    .orderBy(desc(calls.startedAt), desc(calls.id))
    .limit(PAGE),
);

const getCall = compile<{ id: string }, unknown>((query, given) =>
  query
    .select(LISTED_COLUMNS)
    .from(calls)
    .where(and(eq(calls.orgId, given('orgId')), eq(calls.id, given('id')))),
);

const searchCalls = compile<{ partyNumber: string }, unknown>((query, given) =>
  query
    .select(LISTED_COLUMNS)
    .from(calls)
    .where(and(eq(calls.orgId, given('orgId')), eq(calls.partyNumber, given('partyNumber'))))
    .orderBy(desc(calls.startedAt))
    .limit(PAGE),
);

const insertCall = compile<Omit<NewCall, 'orgId'>, unknown>((query, given) =>
  query
    .insert(calls)
    .values({
      orgId: given('orgId'),
      connectionId: given('connectionId'),
      direction: given('direction'),
      status: given('status'),
      fromNumber: given('fromNumber'),
      toNumber: given('toNumber'),
      startedAt: given('startedAt'),
      durationSeconds: given('durationSeconds'),
    })
    .returning({ id: calls.id }),
);

const updateAgent = compile<{ id: string; agentName: string }, unknown>((query, given) =>
  query
    .update(calls)
    .set({ agentName: sql`${given('agentName')}` })
    .where(and(eq(calls.orgId, given('orgId')), eq(calls.id, given('id'))))
    .returning({ id: calls.id }),
);

/** The queries of the product's hot paths, built once for the process. */
export function compiledQueries(db: TenantDb): CallQueries {
  return {
    list: () => listCalls(db, {}),
    detail: (_orgId, id) => getCall(db, { id }),
    search: (_orgId, partyNumber) => searchCalls(db, { partyNumber }),
    insert: (call) => insertCall(db, call),
    update: (_orgId, id, agentName) => updateAgent(db, { id, agentName }),
  };
}

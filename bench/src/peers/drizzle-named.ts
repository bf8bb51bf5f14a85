import { calls } from '@ringfence/db/schema';
import { and, desc, eq, sql } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/postgres-js';
import postgres from 'postgres';
import { askAtOnce, type CallQueries, PAGE } from './call-queries.ts';
import { LISTED_COLUMNS } from './listed-columns.ts';
import { addressAt, CONNECTIONS, type Peer, type PeerPlace } from './peer.ts';
import { SUBJECTS } from '../report/targets.ts';

/** Drizzle's own prepared statements with names: each query is built once, and Postgres keeps its plan. */
export function openDrizzleNamed(place: PeerPlace): Peer {
  const client = postgres(addressAt(place, place.database.superuserUrl), { max: CONNECTIONS });
  const queries = namedQueries(drizzle(client));
  return {
    name: SUBJECTS.named,
    read: (_tenant, work) => work(queries),
    write: (_tenant, work) => work(queries),
    askFive: askAtOnce,
    close: () => client.end(),
  };
}

function namedQueries(db: ReturnType<typeof drizzle>): CallQueries {
  const { placeholder } = sql;
  const ofOrganization = eq(calls.orgId, placeholder('orgId'));
  const oneCall = and(ofOrganization, eq(calls.id, placeholder('id')));
  const selected = () => db.select(LISTED_COLUMNS).from(calls);
  const list = selected().where(ofOrganization).orderBy(desc(calls.startedAt), desc(calls.id)).limit(PAGE).prepare('list_calls');
  const detail = selected().where(oneCall).prepare('get_call');
  const search = selected()
    .where(and(ofOrganization, eq(calls.partyNumber, placeholder('partyNumber'))))
    .orderBy(desc(calls.startedAt))
    .limit(PAGE)
    .prepare('search_calls');
  const insert = db
    .insert(calls)
    .values({
      orgId: placeholder('orgId'),
      connectionId: placeholder('connectionId'),
      direction: placeholder('direction'),
      status: placeholder('status'),
      fromNumber: placeholder('fromNumber'),
      toNumber: placeholder('toNumber'),
      startedAt: placeholder('startedAt'),
      durationSeconds: placeholder('durationSeconds'),
    })
    .returning({ id: calls.id })
    .prepare('insert_call');
  const update = db
    .update(calls)
    .set({ agentName: sql`${placeholder('agentName')}` })
    .where(oneCall)
    .returning({ id: calls.id })
    .prepare('update_call');
  return {
    list: (orgId) => list.execute({ orgId }),
    detail: (orgId, id) => detail.execute({ orgId, id }),
    search: (orgId, partyNumber) => search.execute({ orgId, partyNumber }),
    insert: (call) => insert.execute({ ...call }),
    update: (orgId, id, agentName) => update.execute({ orgId, id, agentName }),
  };
}

import { type Generated, Kysely, PostgresDialect, sql } from 'kysely';
import { Pool } from 'pg';
import { PEER_SETTING } from '../data/open-to-peers.ts';
import { askInTurn, type CallQueries, PAGE } from './call-queries.ts';
import { addressAt, CONNECTIONS, type Peer, type PeerPlace } from './peer.ts';

interface Tables {
  calls: {
    org_id: string;
    id: Generated<string>;
    connection_id: string;
    direction: string;
    status: string;
    from_number: string | null;
    to_number: string | null;
    party_number: Generated<string | null>;
    agent_name: string | null;
    started_at: Date;
    ended_at: Date | null;
    ring_seconds: number | null;
    duration_seconds: number | null;
  };
}

/** Kysely in a transaction that first says for whom. */
export function openKyselySetConfig(place: PeerPlace): Peer {
  const pool = new Pool({ connectionString: addressAt(place, place.database.peerUrl), max: CONNECTIONS });
  const db = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) });
  const inTenant: Peer['read'] = ({ orgId }, work) =>
    db.transaction().execute(async (transaction) => {
      await sql`select set_config(${PEER_SETTING}, ${orgId}, true)`.execute(transaction);
      return work(kyselyQueries(transaction));
    });
  return { name: 'Kysely, set_config in a transaction', read: inTenant, write: inTenant, askFive: askInTurn, close: () => db.destroy() };
}

function kyselyQueries(db: Kysely<Tables>): CallQueries {
  const selected = (orgId: string) =>
    db
      .selectFrom('calls')
      .select([
        'id',
        'connection_id as connectionId',
        'direction',
        'status',
        'from_number as fromNumber',
        'to_number as toNumber',
        'party_number as partyNumber',
        'agent_name as agentName',
        'started_at as startedAt',
        'ended_at as endedAt',
        'ring_seconds as ringSeconds',
        'duration_seconds as durationSeconds',
      ])
      .where('org_id', '=', orgId);
  return {
    list: (orgId) => selected(orgId).orderBy('started_at', 'desc').orderBy('id', 'desc').limit(PAGE).execute(),
    detail: (orgId, id) => selected(orgId).where('id', '=', id).execute(),
    search: (orgId, partyNumber) =>
      selected(orgId).where('party_number', '=', partyNumber).orderBy('started_at', 'desc').limit(PAGE).execute(),
    insert: (call) =>
      db
        .insertInto('calls')
        .values({
          org_id: call.orgId,
          connection_id: call.connectionId,
          direction: call.direction,
          status: call.status,
          from_number: call.fromNumber,
          to_number: call.toNumber,
          started_at: call.startedAt,
          duration_seconds: call.durationSeconds,
        })
        .returning('id')
        .execute(),
    update: (orgId, id, agentName) =>
      db.updateTable('calls').set({ agent_name: agentName }).where('org_id', '=', orgId).where('id', '=', id).returning('id').execute(),
  };
}

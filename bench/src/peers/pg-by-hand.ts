import { type ClientBase, Pool } from 'pg';
import { PEER_SETTING } from '../data/open-to-peers.ts';
import { askAtOnce, askInTurn, type CallQueries } from './call-queries.ts';
import { CALL_STATEMENTS } from './call-statements.ts';
import { addressAt, CONNECTIONS, type Peer, type PeerPlace } from './peer.ts';
import { statementQueries } from './statement-queries.ts';

/** SQL by hand over `pg` with named statements, without isolation. */
export function openPgByHand(place: PeerPlace): Peer {
  const pool = new Pool({ connectionString: addressAt(place, place.database.superuserUrl), max: CONNECTIONS });
  const queries = queriesOf(pool);
  return {
    name: 'pg by hand, no isolation',
    read: (_tenant, work) => work(queries),
    write: (_tenant, work) => work(queries),
    askFive: askAtOnce,
    close: () => pool.end(),
  };
}

/** The same in the usual transaction with `set_config`. */
export function openPgSetConfig(place: PeerPlace): Peer {
  const pool = new Pool({ connectionString: addressAt(place, place.database.peerUrl), max: CONNECTIONS });
  const inTenant: Peer['read'] = async ({ orgId }, work) => {
    const client = await pool.connect();
    let isClean = false;
    try {
      await client.query('begin');
      await client.query({ name: 'tenant', text: `select set_config('${PEER_SETTING}', $1, true)`, values: [orgId] });
      const result = await work(queriesOf(client));
      await client.query('commit');
      isClean = true;
      return result;
    } finally {
      client.release(!isClean);
    }
  };
  return { name: 'pg by hand, set_config', read: inTenant, write: inTenant, askFive: askInTurn, close: () => pool.end() };
}

function queriesOf(client: Pick<ClientBase, 'query'>): CallQueries {
  return statementQueries(async (name, values) => (await client.query({ name, text: CALL_STATEMENTS[name], values })).rows);
}

import postgres from 'postgres';
import { askAtOnce } from './call-queries.ts';
import { CALL_STATEMENTS } from './call-statements.ts';
import { addressAt, CONNECTIONS, type Peer, type PeerPlace } from './peer.ts';
import { statementQueries } from './statement-queries.ts';

/** SQL by hand over postgres.js, prepared as is its default: what no isolation and no query builder come to. */
export function openRawPostgresJs(place: PeerPlace): Peer {
  const client = postgres(addressAt(place, place.database.superuserUrl), { max: CONNECTIONS });
  const queries = statementQueries(async (statement, parameters) => [
    ...(await client.unsafe(CALL_STATEMENTS[statement], parameters, { prepare: true })),
  ]);
  return {
    name: 'postgres.js by hand, no isolation',
    read: (_tenant, work) => work(queries),
    write: (_tenant, work) => work(queries),
    askFive: askAtOnce,
    close: () => client.end(),
  };
}

import { drizzle } from 'drizzle-orm/postgres-js';
import postgres from 'postgres';
import { askAtOnce } from './call-queries.ts';
import { drizzleQueries } from './drizzle-queries.ts';
import { addressAt, CONNECTIONS, type Peer, type PeerPlace } from './peer.ts';
import { SUBJECTS } from '../report/targets.ts';

/** Drizzle on postgres.js as its documentation begins, on a log-in that passes row-level security: no isolation but the `where`. */
export function openDrizzleUnprotected(place: PeerPlace): Peer {
  const client = postgres(addressAt(place, place.database.superuserUrl), { max: CONNECTIONS });
  const queries = drizzleQueries(drizzle(client));
  return {
    name: SUBJECTS.shipped,
    read: (_tenant, work) => work(queries),
    write: (_tenant, work) => work(queries),
    askFive: askAtOnce,
    close: () => client.end(),
  };
}

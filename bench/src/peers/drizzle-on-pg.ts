import { drizzle } from 'drizzle-orm/node-postgres';
import { Pool } from 'pg';
import { askAtOnce } from './call-queries.ts';
import { drizzleQueries } from './drizzle-queries.ts';
import { addressAt, CONNECTIONS, type Peer, type PeerPlace } from './peer.ts';

/** The same over `pg`, Drizzle's other driver, which needs one round trip for an unnamed query where postgres.js needs two. */
export function openDrizzleOnPg(place: PeerPlace): Peer {
  const pool = new Pool({ connectionString: addressAt(place, place.database.superuserUrl), max: CONNECTIONS });
  const queries = drizzleQueries(drizzle(pool));
  return {
    name: 'Drizzle on pg, no isolation',
    read: (_tenant, work) => work(queries),
    write: (_tenant, work) => work(queries),
    askFive: askAtOnce,
    close: () => pool.end(),
  };
}

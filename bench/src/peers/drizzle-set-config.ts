import { sql } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/postgres-js';
import postgres from 'postgres';
import { PEER_SETTING } from '../data/open-to-peers.ts';
import { askAtOnce } from './call-queries.ts';
import { drizzleQueries } from './drizzle-queries.ts';
import { addressAt, CONNECTIONS, type Peer, type PeerPlace } from './peer.ts';
import { SUBJECTS } from '../report/targets.ts';

/** The usual way to row-level security: a transaction that first says for whom. Unsigned, and nobody's membership is checked. */
export function openDrizzleSetConfig(place: PeerPlace): Peer {
  const client = postgres(addressAt(place, place.database.peerUrl), { max: CONNECTIONS });
  const db = drizzle(client);
  const inTenant: Peer['read'] = ({ orgId }, work) =>
    db.transaction(async (transaction) => {
      await transaction.execute(sql`select set_config(${PEER_SETTING}, ${orgId}, true)`);
      return work(drizzleQueries(transaction));
    });
  return { name: SUBJECTS.usual, read: inTenant, write: inTenant, askFive: askAtOnce, close: () => client.end() };
}

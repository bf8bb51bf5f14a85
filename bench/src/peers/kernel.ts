import { openRingfenceTenancy } from '@ringfence/db';
import { askAtOnce } from './call-queries.ts';
import { drizzleQueries } from './drizzle-queries.ts';
import { addressAt, CONNECTIONS, type Peer, type PeerPlace } from './peer.ts';

/** Forced row-level security, membership checked, context signed: one transaction, open until the work is done. */
export function openKernelTransaction(place: PeerPlace): Peer {
  const tenancy = openTenancyAt(place);
  const inTenant: Peer['read'] = ({ caller }, work) => tenancy.inTenant(caller, (db) => work(drizzleQueries(db)));
  return { name: 'Ringfence, open transaction', read: inTenant, write: inTenant, askFive: askAtOnce, close: () => tenancy.close() };
}

function openTenancyAt(place: PeerPlace) {
  return openRingfenceTenancy({
    connectionString: addressAt(place, place.database.urls.app),
    secretKey: place.database.secretKey,
    applicationName: 'bench',
    maxConnections: CONNECTIONS,
  });
}

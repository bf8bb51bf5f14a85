import { openRingfenceTenancy } from '@ringfence/db';
import type { TenantDb, TenantReader, Tenancy } from '@ringfence/tenancy';
import { askAtOnce, type CallQueries } from './call-queries.ts';
import { compiledQueries } from './compiled-queries.ts';
import { drizzleQueries } from './drizzle-queries.ts';
import { addressAt, CONNECTIONS, type Peer, type PeerPlace } from './peer.ts';
import { SUBJECTS } from '../report/targets.ts';

/** Forced row-level security, membership checked, context signed: ordinary Drizzle, each request in one round trip. */
export function openKernel(place: PeerPlace): Peer {
  return oneTripPeer(SUBJECTS.ordinary, openTenancyAt(place), drizzleQueries);
}

/** The same with queries that are built once. */
export function openKernelCompiled(place: PeerPlace): Peer {
  return oneTripPeer(SUBJECTS.compiled, openTenancyAt(place), compiledQueries);
}

/** A transaction that stays open until the work is done, for reads too. */
export function openKernelTransaction(place: PeerPlace): Peer {
  const tenancy = openTenancyAt(place);
  const inTenant: Peer['read'] = ({ caller }, work) => tenancy.inTenant(caller, (db) => work(compiledQueries(db)));
  return {
    name: SUBJECTS.openTransaction,
    read: inTenant,
    write: inTenant,
    askFive: askAtOnce,
    close: () => tenancy.close(),
  };
}

function oneTripPeer(name: string, tenancy: Tenancy, queriesOf: (db: TenantDb) => CallQueries): Peer {
  return {
    name,
    read: ({ caller }, work) => tenancy.readInTenant(caller, (db) => work(queriesOf(asWriter(db)))),
    write: ({ caller }, work) => tenancy.inTenant(caller, (db) => work(queriesOf(db)), { isOneTrip: true }),
    askFive: askAtOnce,
    close: () => tenancy.close(),
  };
}

/** Safe: a peer's reading work asks none of the queries that write, and the database would refuse them. */
function asWriter(db: TenantReader): TenantDb {
  return db as TenantDb;
}

function openTenancyAt(place: PeerPlace): Tenancy {
  return openRingfenceTenancy({
    connectionString: addressAt(place, place.database.urls.app),
    secretKey: place.database.secretKey,
    applicationName: 'bench',
    maxConnections: CONNECTIONS,
  });
}

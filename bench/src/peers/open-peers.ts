import { openDrizzleNamed } from './drizzle-named.ts';
import { openDrizzleOnPg } from './drizzle-on-pg.ts';
import { openDrizzleSetConfig } from './drizzle-set-config.ts';
import { openDrizzleUnprotected } from './drizzle-unprotected.ts';
import { openKernelTransaction } from './kernel.ts';
import type { Peer, PeerPlace } from './peer.ts';
import { openPgByHand, openPgSetConfig } from './pg-by-hand.ts';
import { openRawPostgresJs } from './raw-postgres-js.ts';

const OPENERS: readonly ((place: PeerPlace) => Peer | Promise<Peer>)[] = [
  openDrizzleUnprotected,
  openDrizzleNamed,
  openDrizzleOnPg,
  openRawPostgresJs,
  openPgByHand,
  openDrizzleSetConfig,
  openPgSetConfig,
  openKernelTransaction,
];

/** All peers at one place; the first is the base that the others are compared with. */
export function openPeers(place: PeerPlace): Promise<Peer[]> {
  return Promise.all(OPENERS.map((open) => open(place)));
}

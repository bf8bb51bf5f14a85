import { openDrizzleNamed } from './drizzle-named.ts';
import { openDrizzleOnPg } from './drizzle-on-pg.ts';
import { openDrizzleSetConfig } from './drizzle-set-config.ts';
import { openDrizzleUnprotected } from './drizzle-unprotected.ts';
import { openKernel, openKernelCompiled, openKernelTransaction } from './kernel.ts';
import { openKyselySetConfig } from './kysely-set-config.ts';
import type { Peer, PeerPlace } from './peer.ts';
import { openPgByHand, openPgSetConfig } from './pg-by-hand.ts';
import { openPrismaRls } from './prisma-rls.ts';
import { openRawPostgresJs } from './raw-postgres-js.ts';

const OPENERS: readonly ((place: PeerPlace) => Peer | Promise<Peer>)[] = [
  openDrizzleUnprotected,
  openDrizzleNamed,
  openDrizzleOnPg,
  openRawPostgresJs,
  openPgByHand,
  openDrizzleSetConfig,
  openKyselySetConfig,
  openPgSetConfig,
  openPrismaRls,
  openKernel,
  openKernelCompiled,
  openKernelTransaction,
];

export interface OpenedPeers {
  /** The first is the base that the others are compared with. */
  readonly peers: readonly Peer[];
  /** What couldn't be opened, each in words with its error. */
  readonly missing: readonly string[];
}

/** All peers at one place; who can't be had is named, and the others are measured all the same. */
export async function openPeers(place: PeerPlace): Promise<OpenedPeers> {
  const opened = await Promise.allSettled(OPENERS.map(async (open) => open(place)));
  return {
    peers: opened.flatMap((peer) => (peer.status === 'fulfilled' ? [peer.value] : [])),
    missing: opened.flatMap((peer, index) => (peer.status === 'rejected' ? [`${OPENERS[index]?.name}: ${firstLine(peer.reason)}`] : [])),
  };
}

function firstLine(reason: unknown): string {
  return String(reason).split('\n')[0] ?? '';
}

import type { BenchTenant } from '../data/bench-tenant.ts';
import type { CallsDatabase } from '../data/start-calls-database.ts';
import type { askAtOnce, CallQueries } from './call-queries.ts';

/** A way of asking for an organisation's calls, as an application would hold it open. */
export interface Peer {
  readonly name: string;
  /** Runs what asks alone; where there is isolation, inside the tenant. */
  read<T>(tenant: BenchTenant, work: (queries: CallQueries) => Promise<T>): Promise<T>;
  /** Runs one writing statement, durable when it resolves. */
  write<T>(tenant: BenchTenant, work: (queries: CallQueries) => Promise<T>): Promise<T>;
  readonly askFive: typeof askAtOnce;
  close(): Promise<void>;
}

export interface PeerPlace {
  readonly database: Pick<CallsDatabase, 'superuserUrl' | 'peerUrl' | 'urls' | 'secretKey'>;
  /** Where the table `calls` lies. */
  readonly schema: string;
  /** Between the peer and the database: 127.0.0.1 at another port, for a slow network. */
  readonly port?: number;
}

/** As many for every peer. */
export const CONNECTIONS = 8;

/** An address of the database as seen from a place. */
export function addressAt({ schema, port }: PeerPlace, databaseUrl: string): string {
  const url = new URL(databaseUrl);
  url.searchParams.set('options', `-c search_path=${schema},public`);
  if (port !== undefined) url.port = String(port);
  return url.href;
}

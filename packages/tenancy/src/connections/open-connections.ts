import { type ClientBase, Pool, type PoolClient } from 'pg';
import { withoutParameters } from '../statement-failed.ts';
import { type ConnectionLimits, prepareConnection } from './prepare-connection.ts';
import type { Arrival, Journey } from './journey.ts';
import { Pipeline } from './pipeline.ts';
import { TenantConnection } from './tenant-connection.ts';
import type { PreparedStatements } from './unit.ts';

export interface ConnectionsOptions {
  readonly connectionString: string;
  readonly maxConnections: number;
  readonly applicationName: string;
  readonly connectLimitMs: number;
  /** The longest that one journey may take, milliseconds. */
  readonly journeyLimitMs: number;
  readonly limits: ConnectionLimits;
  readonly onConnectionLost: ((error: Error) => void) | undefined;
}

export interface Connections {
  /** A connection of one's own until it is released. @throws StatementFailed when none can be had in time. */
  take(): Promise<TenantConnection>;
  /** One transaction in one round trip, on a connection that others may share. Never rejects; what was asked hears for itself. */
  run(journey: Journey): Promise<Arrival>;
  /** Whether a pooler in transaction mode stands between; known once a connection was taken. */
  isPooled(): boolean;
  close(): Promise<void>;
}

/** Opens connections as they are needed. A lost one is thrown away with every handle to it, and never reopened under it. */
export function openConnections(options: ConnectionsOptions): Connections {
  const prepared = new WeakMap<ClientBase, PreparedStatements>();
  let isPooled = false;
  const pool = new Pool({
    connectionString: options.connectionString,
    max: options.maxConnections,
    application_name: options.applicationName,
    connectionTimeoutMillis: options.connectLimitMs,
    keepAlive: true,
    onConnect: (client) => awaited(prepare(client)),
  });
  pool.on('error', (error) => options.onConnectionLost?.(error));

  async function prepare(client: ClientBase): Promise<void> {
    ({ isPooled } = await prepareConnection(client, options.limits));
  }

  function statementsOf(client: PoolClient): PreparedStatements | null {
    if (isPooled) return null;
    const known = prepared.get(client) ?? new Map();
    prepared.set(client, known);
    return known;
  }

  async function take(): Promise<TenantConnection> {
    try {
      const client = await pool.connect();
      return new TenantConnection(client, statementsOf(client));
    } catch (error) {
      throw withoutParameters(error);
    }
  }

  const { maxConnections, journeyLimitMs: limitMs } = options;
  const pipeline = new Pipeline({ maxConnections, limitMs, take, isPooled: () => isPooled });
  return { take, run: (journey) => pipeline.run(journey), isPooled: () => isPooled, close: () => pool.end() };
}

/** Safe: the pool waits for what the hook returns, which its types leave out. */
function awaited(preparing: Promise<void>): void {
  return preparing as unknown as void;
}

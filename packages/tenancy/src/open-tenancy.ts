import { AsyncLocalStorage } from 'node:async_hooks';
import { Pool, type PoolClient } from 'pg';
import type { Caller } from './caller.ts';
import { contextKey } from './context-key.ts';
import { GuardedClient } from './guarded-client.ts';
import { lookUp } from './look-up.ts';
import { refuseMalformed, signContext } from './sign-context.ts';
import { StatementFailed, withoutParameters } from './statement-failed.ts';
import { TenantClientEnded } from './tenant-client-ended.ts';
import { type TenantDb, tenantDb } from './tenant-db.ts';
import { TenantRefused } from './tenant-refused.ts';

const CONTEXT_LIFE_MS = 60_000;
const TRANSACTION_LIMIT_MS = 30_000;
const CONNECT_LIMIT_MS = 10_000;

export interface Tenancy {
  /**
   * Runs `work` in one transaction of one organisation, committed when it resolves and rolled back when it throws.
   * @throws TenantRefused if the database finds that the actor doesn't belong there; StatementFailed for what Postgres refuses.
   */
  inTenant<T>(caller: Caller, work: (db: TenantDb) => Promise<T>): Promise<T>;
  /** Calls one of the narrow definer functions that find a tenant before there is one. */
  lookup<Row>(functionName: string, ...args: readonly (string | null)[]): Promise<Row[]>;
  close(): Promise<void>;
}

export interface TenancyOptions {
  /** A log-in that owns nothing and can't pass row-level security. */
  readonly connectionString: string;
  /** 32 bytes or more, known to the application and the database's definer functions alone. */
  readonly contextKey: Buffer;
  readonly maxConnections?: number;
  readonly applicationName?: string;
  /** The longest a transaction may take, milliseconds; then it is rolled back under its callback. */
  readonly transactionLimitMs?: number;
  /** How long to wait for a connection, a free one or a new one, milliseconds. */
  readonly connectLimitMs?: number;
  /** Told of connections lost while idle. */
  readonly onConnectionLost?: (error: Error) => void;
}

/** Opens the one way into tenants' data. Every transaction is entered by a signed context that the database verifies. */
export function openTenancy(options: TenancyOptions): Tenancy {
  const key = contextKey(options.contextKey);
  const limitMs = options.transactionLimitMs ?? TRANSACTION_LIMIT_MS;
  const entered = new AsyncLocalStorage<string>();
  const pool = new Pool({
    connectionString: options.connectionString,
    max: options.maxConnections ?? 10,
    application_name: options.applicationName ?? 'tenancy',
    connectionTimeoutMillis: options.connectLimitMs ?? CONNECT_LIMIT_MS,
    // A server that fell silent answers neither BEGIN nor COMMIT.
    query_timeout: limitMs,
    keepAlive: true,
  });
  pool.on('error', (error) => options.onConnectionLost?.(error));

  async function inTenant<T>(caller: Caller, work: (db: TenantDb) => Promise<T>): Promise<T> {
    if (entered.getStore()) throw new TypeError('A tenant is entered already: use the client that was handed down.');
    refuseMalformed(caller);
    const client = await pool.connect().catch((error: unknown) => {
      throw withoutParameters(error);
    });
    const guard = new GuardedClient(client);
    const onLost = () => guard.end('its connection was lost');
    client.on('error', onLost);
    let isClean = false;
    let isEntered = false;
    try {
      // Signed now: who waited for a connection may have waited long.
      const role = await enter(client, signContext(key, caller, Date.now() + CONTEXT_LIFE_MS));
      isEntered = true;
      const result = await entered.run(caller.orgId, () => within(limitMs, guard, work(tenantDb(guard, caller, role))));
      guard.end('its transaction has ended');
      await commit(client);
      isClean = true;
      return result;
    } catch (error) {
      guard.end('its transaction was rolled back');
      if (isEntered ? !(error instanceof TransactionTooLong) : isOfActor(error)) isClean = await rolledBack(client);
      throw withoutParameters(error);
    } finally {
      client.off('error', onLost);
      client.release(!isClean);
    }
  }

  return {
    inTenant,
    lookup: (functionName, ...args) => lookUp(pool, functionName, args),
    close: () => pool.end(),
  };
}

async function enter(client: PoolClient, context: string): Promise<string> {
  await client.query('begin');
  try {
    const { rows } = await client.query<{ role: string }>({
      name: 'enter_tenant',
      text: 'select tenancy.enter_tenant($1) as role',
      values: [context],
    });
    return String(rows[0]?.role);
  } catch (error) {
    if (error instanceof Error && 'code' in error && /^TN00[123]$/.test(String(error.code))) {
      throw new TenantRefused(error.code as 'TN001');
    }
    throw error;
  }
}

/** Whether an entry failed for who wished to enter. Otherwise a setting that outlived its transaction may stand in everybody's way. */
function isOfActor(error: unknown): boolean {
  return error instanceof TenantRefused && error.code !== 'TN002';
}

/** Postgres answers COMMIT with ROLLBACK, and no error, when a statement had failed and nobody said so. */
async function commit(client: PoolClient): Promise<void> {
  const { command } = await client.query('commit');
  if (command !== 'COMMIT') throw new StatementFailed({ code: '25P02' });
}

class TransactionTooLong extends TenantClientEnded {}

/** Races the callback with its limit; the connection of one that lost is thrown away, never reused. */
async function within<T>(limitMs: number, guard: GuardedClient, work: Promise<T>): Promise<T> {
  const { promise: late, reject } = Promise.withResolvers<never>();
  const timer = setTimeout(() => {
    const because = `its transaction took more than ${limitMs} ms`;
    guard.end(because);
    reject(new TransactionTooLong(because));
  }, limitMs);
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}

/** Whether the connection is fit for the next tenant. */
async function rolledBack(client: PoolClient): Promise<boolean> {
  try {
    await client.query('rollback');
    return true;
  } catch {
    return false;
  }
}

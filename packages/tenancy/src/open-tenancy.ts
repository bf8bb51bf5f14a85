import { AsyncLocalStorage } from 'node:async_hooks';
import type { Caller } from './caller.ts';
import { openConnections } from './connections/open-connections.ts';
import type { ConnectionLimits } from './connections/prepare-connection.ts';
import { contextKey } from './context-key.ts';
import type { TenantDb, TenantReader } from './drizzle/tenant-db.ts';
import { createSigner } from './entry/create-signer.ts';
import type { EntryOptions } from './entry/entry-options.ts';
import type { EntrySettings } from './entry/entry-settings.ts';
import { lookUp } from './entry/look-up.ts';
import type { OnStatement } from './entry/on-statement.ts';
import { readInTenant } from './entry/read-in-tenant.ts';
import { type TransactionOptions, writeInTenant } from './entry/write-in-tenant.ts';
import type { Guards } from './guards/guards.ts';
import { refuseMalformed } from './sign-context.ts';

const TRANSACTION_LIMIT_MS = 30_000;
const CONNECT_LIMIT_MS = 10_000;
const LIMITS: ConnectionLimits = { statementMs: 20_000, idleInTransactionMs: 30_000, lockMs: 5_000 };

export interface Tenancy {
  /**
   * Runs `work` in one transaction of one organisation, committed when it resolves and rolled back when it throws. BEGIN and the entry
   * travel with its first statement; statements asked together travel together. A client that leaves its work is of no type and no use.
   * @throws TenantRefused if the database finds that the actor doesn't belong there; StatementFailed for what Postgres refuses.
   */
  inTenant(caller: Caller, work: (db: TenantDb) => Promise<TenantReader>, options?: TransactionOptions): Promise<unknown>;
  inTenant<T>(caller: Caller, work: (db: TenantDb) => Promise<T>, options?: TransactionOptions): Promise<T>;
  /**
   * Runs `work` with a client that can only read. No transaction is held: each statement, or all that are asked together, make one
   * round trip with an entry of its own, so a page of several statements isn't one snapshot.
   */
  readInTenant(caller: Caller, work: (db: TenantReader) => Promise<TenantReader>, options?: EntryOptions): Promise<unknown>;
  readInTenant<T>(caller: Caller, work: (db: TenantReader) => Promise<T>, options?: EntryOptions): Promise<T>;
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
  /** The longest one piece of work may take, milliseconds; then its transaction is rolled back under it. */
  readonly transactionLimitMs?: number;
  /** How long to wait for a connection, a free one or a new one, milliseconds. */
  readonly connectLimitMs?: number;
  /** What the database itself ends: long statements, idle transactions, waits for locks. */
  readonly limits?: Partial<ConnectionLimits>;
  /** Told of connections lost while idle. */
  readonly onConnectionLost?: (error: Error) => void;
  /** Told of every statement as it ends, for metrics. */
  readonly onStatement?: OnStatement;
  /** Turns the kernel's failures into the application's own; what it doesn't know it gives back. */
  readonly translate?: (error: unknown) => unknown;
  /** For development: tells of what is likely a mistake, with the place in the code. */
  readonly guards?: Guards | undefined;
}

/** Opens the one way into tenants' data. Every transaction is entered by a signed context that the database verifies. */
export function openTenancy(options: TenancyOptions): Tenancy {
  const entered = new AsyncLocalStorage<true>();
  const limits = { ...LIMITS, ...options.limits };
  const limitMs = options.transactionLimitMs ?? TRANSACTION_LIMIT_MS;
  const settings: EntrySettings = {
    limits,
    limitMs,
    sign: createSigner(contextKey(options.contextKey)),
    onStatement: options.onStatement,
    guards: options.guards,
    connections: openConnections({
      limits,
      connectionString: options.connectionString,
      maxConnections: options.maxConnections ?? 10,
      applicationName: options.applicationName ?? 'tenancy',
      connectLimitMs: options.connectLimitMs ?? CONNECT_LIMIT_MS,
      journeyLimitMs: limitMs,
      onConnectionLost: options.onConnectionLost,
    }),
  };

  function translated(error: unknown): never {
    throw options.translate ? options.translate(error) : error;
  }

  /** Marks the work as being inside, so that it can't enter once more, there or elsewhere. */
  function inside<Db, T>(caller: Caller, work: (db: Db) => Promise<T>): (db: Db) => Promise<T> {
    if (entered.getStore()) throw new TypeError('A tenant is entered already: use the client that was handed down.');
    refuseMalformed(caller);
    return (db) => entered.run(true, () => work(db));
  }
  async function inTenant<T>(caller: Caller, work: (db: TenantDb) => Promise<T>, how: TransactionOptions = {}): Promise<T> {
    return writeInTenant(settings, caller, inside(caller, work), how).catch(translated);
  }
  async function readIn<T>(caller: Caller, work: (db: TenantReader) => Promise<T>, how: EntryOptions = {}): Promise<T> {
    return readInTenant(settings, caller, inside(caller, work), how).catch(translated);
  }

  return {
    inTenant,
    readInTenant: readIn,
    lookup: <Row>(functionName: string, ...args: readonly (string | null)[]) => lookUp<Row>(settings, functionName, args).catch(translated),
    close: () => settings.connections.close(),
  };
}

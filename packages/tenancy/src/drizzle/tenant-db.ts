import { PgDatabase, PgDialect } from 'drizzle-orm/pg-core';
import type { Caller } from '../caller.ts';
import type { TenantStatements } from '../entry/tenant-statements.ts';
import type { WorkClient } from '../entry/work-client.ts';
import type { TenantQueryResultHKT } from './query-result.ts';
import { TenantSession } from './tenant-session.ts';

const READS = ['select', 'selectDistinct', 'selectDistinctOn', 'with', '$count', 'execute'] as const;
const WRITES = ['insert', 'update', 'delete'] as const;
const METHODS = [...READS, ...WRITES];

export type TenantDatabase = PgDatabase<TenantQueryResultHKT>;

interface Entered extends Caller {
  /** The role the database gave the actor at the entry. */
  role(): Promise<string>;
}

/** Drizzle, bound to one organisation, to read. The database refuses its writes. */
export interface TenantReader extends Entered, Omit<Pick<TenantDatabase, (typeof READS)[number]>, 'with'> {
  with(
    ...queries: Parameters<TenantDatabase['with']>
  ): Pick<ReturnType<TenantDatabase['with']>, 'select' | 'selectDistinct' | 'selectDistinctOn'>;
}

/** Drizzle, bound to one organisation for the length of one transaction. It can't open, widen or outlive it. */
export interface TenantDb extends Entered, Pick<TenantDatabase, (typeof METHODS)[number]> {}

const dialect = new PgDialect();
/** The client of one piece of work. Frozen: nobody makes it another organisation's. */
class TenantClient implements Entered {
  readonly orgId: string;
  readonly actor: Caller['actor'];
  readonly #client: WorkClient;

  constructor(client: WorkClient) {
    const { orgId, actor } = client.entrant.caller;
    this.orgId = orgId;
    this.actor = actor;
    this.#client = client;
    Object.freeze(this);
  }

  role(): Promise<string> {
    return this.#client.role();
  }

  /** Drizzle, built when a query is. A compiled one needs none. */
  static databaseOf(client: TenantClient): TenantDatabase {
    return databaseOn(client.#client.fromHere());
  }

  static workOf(client: object): WorkClient | undefined {
    return #client in client ? client.#client : undefined;
  }
}

for (const name of METHODS) {
  Object.defineProperty(TenantClient.prototype, name, {
    value(this: TenantClient, ...args: unknown[]) {
      return call(TenantClient.databaseOf(this), name, args);
    },
  });
}

/** Builds the client of one piece of work. */
export function tenantDb(client: WorkClient): TenantDb {
  return withMethods(new TenantClient(client));
}

/** Drizzle on whatever runs statements. Without a schema: its relational queries would build an object per table and transaction. */
export function databaseOn(statements: TenantStatements): TenantDatabase {
  return new PgDatabase<TenantQueryResultHKT>(dialect, new TenantSession(dialect, statements), undefined);
}

/** The way to the database behind a client. @throws TypeError for what isn't a tenant's client. */
export function statementsBehind(db: TenantReader | TenantDb): WorkClient {
  const client = TenantClient.workOf(db);
  if (!client) throw new TypeError('A compiled query runs on a tenant client, and this is none.');
  return client;
}

/** Safe: these are methods of a Drizzle database, called with what the caller's types allow. */
function call(database: TenantDatabase, name: (typeof METHODS)[number], args: readonly unknown[]): unknown {
  return (database[name] as (...given: unknown[]) => unknown)(...args);
}

/** Safe: its prototype was given exactly these methods. */
function withMethods(client: TenantClient): TenantDb {
  return client as unknown as TenantDb;
}

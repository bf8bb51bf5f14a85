import { NodePgDatabase } from 'drizzle-orm/node-postgres';
import { PgDialect } from 'drizzle-orm/pg-core';
import type { Caller } from './caller.ts';
import type { GuardedClient } from './guarded-client.ts';
import { TenantSession } from './tenant-session.ts';

const METHODS = ['select', 'selectDistinct', 'selectDistinctOn', 'insert', 'update', 'delete', 'with', 'execute', '$count'] as const;

const dialect = new PgDialect();

/** Drizzle, bound to one organisation for the length of one transaction. It can't open, widen or outlive it. */
export interface TenantDb extends Caller, Pick<NodePgDatabase, (typeof METHODS)[number]> {
  /** The role the database gave the actor at the entry. */
  readonly role: string;
}

/** Builds the client on a connection that has entered already. */
export function tenantDb(client: GuardedClient, caller: Caller, role: string): TenantDb {
  const database = onGuardedClient(client);
  const methods = Object.fromEntries(METHODS.map((name) => [name, bound(database, name)]));
  return Object.freeze({ ...asMethods(methods), orgId: caller.orgId, actor: caller.actor, role });
}

function bound(database: NodePgDatabase, name: (typeof METHODS)[number]): unknown {
  const method: unknown = database[name];
  return typeof method === 'function' ? method.bind(database) : method;
}

/** Safe: Drizzle uses `query` of a client and nothing else outside its own transactions, which TenantDb doesn't offer. */
function onGuardedClient(client: GuardedClient): NodePgDatabase {
  return new NodePgDatabase(dialect, new TenantSession(client as never, dialect, undefined), undefined);
}

/** Safe: the object was made from exactly these names. */
function asMethods(methods: Record<string, unknown>): Pick<NodePgDatabase, (typeof METHODS)[number]> {
  return methods as never;
}

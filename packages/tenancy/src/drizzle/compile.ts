import { Placeholder } from 'drizzle-orm';
import type { PgPreparedQuery, PreparedQueryConfig } from 'drizzle-orm/pg-core';
import type { TenantStatements } from '../entry/tenant-statements.ts';
import type { PlaceholderValues } from './fill-values.ts';
import { databaseOn, statementsBehind, type TenantDatabase, type TenantDb, type TenantReader } from './tenant-db.ts';
import { TenantPrepared } from './tenant-prepared.ts';

/** Names the values of a compiled query. `orgId` is there without being given: it is the client's own. */
export type Given<Values> = <Name extends (keyof Values & string) | 'orgId'>(name: Name) => Placeholder<Name, unknown>;

interface Preparable<Result> extends PromiseLike<Result> {
  prepare(name: string): PgPreparedQuery<PreparedQueryConfig & { execute: unknown }>;
}

/** What a query is built with, wherever it will run. */
export type Builders = Pick<TenantDatabase, 'select' | 'selectDistinct' | 'selectDistinctOn' | 'insert' | 'update' | 'delete' | 'with'>;

/** A query that was built once. Runs inside whichever tenant's client it is handed. */
export type Compiled<Values, Result> = (db: TenantReader | TenantDb, values: Values) => Promise<Result>;

/** Builds the query, with `given` in the place of each value. */
export type CompiledBuild<Values, Result> = (query: Builders, given: Given<Values>) => Preparable<Result>;

/**
 * Builds an ordinary Drizzle query once, with placeholders, to run on any tenant client: text, statement name and row mapper are
 * made here, and a run only fills in values. @throws TypeError where a value is missing or the client isn't a tenant's.
 */
export function compile<Values extends PlaceholderValues, Result>(build: CompiledBuild<Values, Result>): Compiled<Values, Result> {
  const prepared = build(databaseOn(NOWHERE), (name) => new Placeholder(name)).prepare('');
  if (!(prepared instanceof TenantPrepared)) throw new TypeError('only a query of the given builder can be compiled');
  return async (db, values) => asResult<Result>(await prepared.runOn(statementsBehind(db).fromHere(), { ...values, orgId: db.orgId }));
}

/** Where a query is built and not run. */
const NOWHERE: TenantStatements = {
  ask: () => Promise.reject(new TypeError('A compiled query is run by calling it with a tenant client.')),
  role: () => Promise.reject(new TypeError('There is no tenant here.')),
};

/** Safe: the mapper was built from the selection whose type this is. */
function asResult<Result>(rows: unknown): Result {
  return rows as Result;
}

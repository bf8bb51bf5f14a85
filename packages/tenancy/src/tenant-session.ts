import { NodePgSession } from 'drizzle-orm/node-postgres';
import type { PgPreparedQuery, PreparedQueryConfig } from 'drizzle-orm/pg-core';
import { withoutParameters } from './statement-failed.ts';

type NoSchema = Record<string, never>;
type Query = Parameters<NodePgSession<NoSchema, NoSchema>['prepareQuery']>;

/** Drizzle's own session, but that its errors, caught or forgotten wherever, hold no parameters and no statement. */
export class TenantSession extends NodePgSession<NoSchema, NoSchema> {
  override prepareQuery<Config extends PreparedQueryConfig>(...query: Query): PgPreparedQuery<Config> {
    const prepared = super.prepareQuery<Config>(...query);
    const execute = prepared.execute.bind(prepared);
    prepared.execute = (values) => execute(values).catch(refuse);
    return prepared;
  }
}

function refuse(error: unknown): never {
  throw withoutParameters(error);
}

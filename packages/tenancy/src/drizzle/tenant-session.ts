import type { Query, SQL } from 'drizzle-orm';
import { type PgDialect, PgSession, type PreparedQueryConfig, type SelectedFieldsOrdered } from 'drizzle-orm/pg-core';
import type { TenantStatements } from '../entry/tenant-statements.ts';
import type { TenantQueryResult, TenantQueryResultHKT } from './query-result.ts';
import { type ResultMapper, TenantPrepared } from './tenant-prepared.ts';

/** Drizzle's session over a tenant's statements. Its errors, caught or forgotten wherever, hold no parameters and no statement. */
export class TenantSession extends PgSession<TenantQueryResultHKT> {
  readonly #statements: TenantStatements;

  constructor(dialect: PgDialect, statements: TenantStatements) {
    super(dialect);
    this.#statements = statements;
  }

  override prepareQuery<Config extends PreparedQueryConfig>(
    query: Query,
    selection: SelectedFieldsOrdered | undefined,
    _name: string | undefined,
    _isResponseInArrayMode: boolean,
    mapResult?: ResultMapper,
  ): TenantPrepared<Config> {
    return new TenantPrepared<Config>(this.#statements, query, selection, mapResult);
  }

  override async count(counting: SQL): Promise<number> {
    const { rows } = await this.execute<TenantQueryResult<{ count: string }>>(counting);
    return Number(rows[0]?.count);
  }

  override transaction(): never {
    throw new TypeError('A tenant client is one transaction already.');
  }
}

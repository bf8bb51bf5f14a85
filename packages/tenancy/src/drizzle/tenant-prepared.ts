import type { Query } from 'drizzle-orm';
import { PgPreparedQuery, type PreparedQueryConfig, type SelectedFieldsOrdered } from 'drizzle-orm/pg-core';
import type { Answer, Field, Statement } from '../connections/statement.ts';
import type { TenantStatements } from '../entry/tenant-statements.ts';
import { createRowMapper, type JoinsNotNullable, type RowMapper } from './create-row-mapper.ts';
import { fillValues, type PlaceholderValues } from './fill-values.ts';
import type { TenantQueryResult } from './query-result.ts';
import { statementName } from './statement-name.ts';
import { textDecoder } from './text-decoder.ts';

/** Turns the rows of a query whose shape Drizzle itself maps. */
export type ResultMapper = (rows: unknown[][]) => unknown;

/** A built query: its text, its name and its mapper are made once, and each run only fills in values. */
export class TenantPrepared<Config extends PreparedQueryConfig> extends PgPreparedQuery<Config> {
  readonly #statements: TenantStatements;
  readonly #selection: SelectedFieldsOrdered | undefined;
  readonly #mapResult: ResultMapper | undefined;
  readonly #name: string;
  readonly #fill: (values: PlaceholderValues) => Statement['values'];
  #mapper: { readonly fields: readonly Field[]; readonly map: RowMapper } | undefined;
  /** Set by Drizzle's builder of a select with joins, after this was made. */
  joinsNotNullableMap: JoinsNotNullable;

  constructor(
    statements: TenantStatements,
    query: Query,
    selection: SelectedFieldsOrdered | undefined,
    mapResult: ResultMapper | undefined,
  ) {
    super(query, undefined, undefined);
    this.#statements = statements;
    this.#selection = selection;
    this.#mapResult = mapResult;
    this.#name = statementName(query.sql);
    this.#fill = fillValues(query.params);
  }

  override async execute(values: PlaceholderValues = {}): Promise<Config['execute']> {
    return this.runOn(this.#statements, values);
  }

  async all(values: PlaceholderValues = {}): Promise<unknown[]> {
    return byName(await this.#statements.ask(this.#statement(values))).rows;
  }

  async runOn(statements: TenantStatements, values: PlaceholderValues): Promise<unknown> {
    return this.#read(await statements.ask(this.#statement(values)));
  }

  isResponseInArrayMode(): boolean {
    return this.#selection !== undefined;
  }

  #statement(values: PlaceholderValues): Statement {
    return { text: this.query.sql, name: this.#name, values: this.#fill(values) };
  }

  #read(answer: Answer): unknown {
    if (this.#mapResult) return this.#mapResult(answer.rows.map((row) => parsed(row, answer.fields)));
    return this.#selection ? answer.rows.map(this.#mapperFor(this.#selection, answer.fields)) : byName(answer);
  }

  #mapperFor(selection: SelectedFieldsOrdered, fields: readonly Field[]): RowMapper {
    if (!this.#mapper || !haveSameTypes(this.#mapper.fields, fields)) {
      this.#mapper = { fields, map: createRowMapper(selection, fields, this.joinsNotNullableMap) };
    }
    return this.#mapper.map;
  }
}

function haveSameTypes(known: readonly Field[], fields: readonly Field[]): boolean {
  return (
    known === fields || (known.length === fields.length && known.every((field, index) => field.dataTypeID === fields[index]?.dataTypeID))
  );
}

function parsed(row: Answer['rows'][number], fields: readonly Field[]): unknown[] {
  return row.map((text, index) => {
    const decode = textDecoder(fields[index]?.dataTypeID ?? 0);
    return text === null || decode === undefined ? text : decode(text);
  });
}

function byName({ rows, fields, command }: Answer): TenantQueryResult<unknown> {
  const named = rows.map((row) => Object.fromEntries(parsed(row, fields).map((value, index) => [fields[index]?.name, value])));
  return { rows: named, rowCount: Number(/\d+$/.exec(command)?.[0] ?? 0) };
}

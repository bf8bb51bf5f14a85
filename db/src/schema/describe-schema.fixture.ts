import { is, SQL } from 'drizzle-orm';
import { type AnyPgColumn, getTableConfig, IndexedColumn, PgColumn, PgDialect, PgTable } from 'drizzle-orm/pg-core';
import { describeColumn, plainSql, type SchemaDescription, type TableDescription } from './table-description.fixture.ts';

const dialect = new PgDialect();

/** What the Drizzle schema says of each of its tables. */
export function describeSchema(schema: Record<string, unknown>): SchemaDescription {
  const tables = Object.values(schema).filter((exported) => is(exported, PgTable));
  return Object.fromEntries(tables.map((table) => [qualifiedName(table), describeTable(table)]));
}

function qualifiedName(table: PgTable): string {
  const { schema, name } = getTableConfig(table);
  return `${schema ?? 'public'}.${name}`;
}

function describeTable(table: PgTable): TableDescription {
  const { columns, primaryKeys, uniqueConstraints, foreignKeys, indexes } = getTableConfig(table);
  const inline = columns.filter((column) => column.primary);
  return {
    columns: Object.fromEntries(columns.map((column) => [column.name, describe(column)])),
    primaryKey: names(primaryKeys[0]?.columns ?? inline),
    uniques: [
      ...uniqueConstraints.map((unique) => names(unique.columns)),
      ...columns.filter(({ isUnique }) => isUnique).map(({ name }) => name),
    ].toSorted(),
    foreignKeys: foreignKeys
      .map((key) => {
        const { columns: own, foreignTable, foreignColumns } = key.reference();
        return `${names(own)} -> ${qualifiedName(foreignTable)}(${names(foreignColumns)}) on delete ${key.onDelete ?? 'no action'}`;
      })
      .toSorted(),
    indexes: Object.fromEntries(
      indexes.map(({ config }) => {
        const where = config.where ? ` where ${text(config.where)}` : '';
        return [config.name, `${config.unique ? 'unique ' : ''}${config.columns.map(describeIndexed).join(', ')}${where}`];
      }),
    ),
    choices: Object.fromEntries(
      columns.flatMap(({ name, enumValues }) => (enumValues?.length ? [[name, enumValues.toSorted().join(', ')]] : [])),
    ),
  };
}

function describe(column: PgColumn): string {
  const { generated } = column;
  return describeColumn({
    type: column.getSQLType(),
    isNotNull: column.notNull,
    defaultSql: column.default === undefined ? null : is(column.default, SQL) ? text(column.default) : literal(column.default),
    generatedSql: generated === undefined ? null : text(generatedSql(generated.as)),
  });
}

function generatedSql(as: unknown): SQL {
  const made: unknown = typeof as === 'function' ? as() : as;
  if (!is(made, SQL)) throw new TypeError('a generated column says how in sql`…`');
  return made;
}

function literal(value: unknown): string {
  return typeof value === 'string' ? `'${value}'` : String(value);
}

function text(expression: SQL): string {
  return plainSql(dialect.sqlToQuery(expression).sql);
}

function names(columns: readonly AnyPgColumn[]): string {
  return columns.map(({ name }) => name).join(', ');
}

/** Ascending and NULLS LAST are Postgres's own; Drizzle prints NULLS LAST for every column that doesn't say otherwise. */
function describeIndexed(column: unknown): string {
  if (is(column, SQL)) return `${text(column)} asc nulls last`;
  if (!is(column, IndexedColumn)) throw new TypeError('an index names columns or expressions');
  const { order = 'asc', nulls = 'last' } = column.indexConfig;
  return `${column.name} ${order} nulls ${nulls}`;
}

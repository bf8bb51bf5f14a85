/** A table in words that the Drizzle schema and the catalogue can both say. */
export interface TableDescription {
  /** By column: type, nullability, default and generation, as SQL. */
  readonly columns: Record<string, string>;
  readonly primaryKey: string;
  readonly uniques: readonly string[];
  readonly foreignKeys: readonly string[];
  /** By index, but those that stand behind a key. */
  readonly indexes: Record<string, string>;
  /** By column: what its check lets in, sorted, or what its `enum` says. */
  readonly choices: Record<string, string>;
}

/** By qualified name. */
export type SchemaDescription = Record<string, TableDescription>;

export interface ColumnFacts {
  readonly type: string;
  readonly isNotNull: boolean;
  readonly defaultSql: string | null;
  readonly generatedSql: string | null;
}

export function describeColumn({ type, isNotNull, defaultSql, generatedSql }: ColumnFacts): string {
  return [
    type.replaceAll(/\s*(\(\d+\))\s*/g, '$1 ').trim(),
    isNotNull ? 'not null' : '',
    defaultSql === null ? '' : `default ${plainSql(defaultSql)}`,
    generatedSql === null ? '' : `generated as ${plainSql(generatedSql)}`,
  ]
    .filter(Boolean)
    .join(' ');
}

/** SQL without what Postgres adds when it prints an expression: casts of literals, outer brackets, capitals, quotes of names. */
export function plainSql(expression: string): string {
  return expression
    .replaceAll(/::(?:text|public\.\w+)\b/g, '')
    .replaceAll(/["()\s]+/g, ' ')
    .toLowerCase()
    .trim();
}

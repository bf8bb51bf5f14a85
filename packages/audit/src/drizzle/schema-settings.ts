import type { Context } from '@oxlint/plugins';

/** What an installation says of its schema, under `settings.ringfence` of the linter's configuration. */
export interface SchemaSettings {
  /** Modules whose exports are tables. `*` stands for any text: `@acme/db/schema`, `../schema/*`. */
  readonly isSchema: (module: string) => boolean;
  /** Exports of those modules that belong to no tenant. */
  readonly globalTables: ReadonlySet<string>;
  /** Schemas of the database whose tables belong to no tenant, where SQL names them as text. */
  readonly globalSchemas: ReadonlySet<string>;
  /** The property of a table that holds the organisation. */
  readonly column: string;
  /** The same as SQL has it. */
  readonly sqlColumn: string;
}

const DEFAULTS = { schema: ['*/schema', '*/schema/*', '*/schema.ts'], globalTables: [], globalSchemas: [], column: 'orgId' };

export function schemaSettings({ settings }: Context): SchemaSettings {
  const told = recordOf(settings['ringfence']);
  const patterns = stringsOf(told['schema'], DEFAULTS.schema).map(patternOf);
  const column = typeof told['column'] === 'string' ? told['column'] : DEFAULTS.column;
  return {
    isSchema: (module) => patterns.some((pattern) => pattern.test(module)),
    globalTables: new Set(stringsOf(told['globalTables'], DEFAULTS.globalTables)),
    globalSchemas: new Set(stringsOf(told['globalSchemas'], DEFAULTS.globalSchemas)),
    column,
    sqlColumn: column.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`),
  };
}

function recordOf(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? { ...value } : {};
}

function stringsOf(value: unknown, otherwise: readonly string[]): readonly string[] {
  return Array.isArray(value) ? value.map(String) : otherwise;
}

function patternOf(pattern: string): RegExp {
  return new RegExp(`^${pattern.replaceAll(/[.+?^${}()|[\]\\]/g, String.raw`\$&`).replaceAll('*', '.*')}$`);
}

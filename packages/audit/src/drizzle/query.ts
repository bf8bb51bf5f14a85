import type { SourceCode, Variable } from '@oxlint/plugins';
import type { SchemaSettings } from './schema-settings.ts';

/** What a table is known by: a variable of the file, the schema's name for it, or how it is written. */
export type TableKey = Variable | string;

/** What it takes to read a query: the file, and what the installation says of its schema. */
export interface Reading {
  readonly source: SourceCode;
  readonly settings: SchemaSettings;
}

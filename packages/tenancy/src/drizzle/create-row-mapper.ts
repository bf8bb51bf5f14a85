import { Column, type DriverValueDecoder, getTableName, is, SQL, Subquery } from 'drizzle-orm';
import type { SelectedFieldsOrdered } from 'drizzle-orm/pg-core';
import type { Field } from '../connections/statement.ts';
import { textDecoder } from './text-decoder.ts';

type Row = readonly (string | null)[];
type Decode = (text: string) => unknown;
type Node = { [key: string]: unknown };
export type RowMapper = (row: Row) => unknown;

/** Tables of a join, and whether each always has a row. */
export type JoinsNotNullable = Readonly<Record<string, boolean>> | undefined;

interface Cell {
  readonly path: readonly string[];
  readonly decode: Decode | undefined;
  /** The joined table that the cell stands for when it is null; undefined for what isn't a column of one. */
  readonly table: string | undefined;
}

/** Builds, once, what turns rows of text into the objects of a selection: the same objects as Drizzle's own mapping of each row. */
export function createRowMapper(selection: SelectedFieldsOrdered, fields: readonly Field[], joins: JoinsNotNullable): RowMapper {
  const cells = selection.map(({ path, field }, index): Cell => {
    const table = joins && path.length === 2 && is(field, Column) ? getTableName(field.table) : undefined;
    return { path, decode: decoderOf(field, fields[index]?.dataTypeID ?? 0), table };
  });
  return cells.every(({ path }) => path.length === 1) ? flatMapper(cells) : nestedMapper(cells, joins);
}

function flatMapper(cells: readonly Cell[]): RowMapper {
  const keys = cells.map(({ path }) => path[0] ?? '');
  const decoders = cells.map(({ decode }) => decode);
  return (row) => {
    const result: Node = {};
    for (let index = 0; index < keys.length; index += 1) {
      const text = row[index] ?? null;
      const decode = decoders[index];
      result[keys[index] ?? ''] = text === null || decode === undefined ? text : decode(text);
    }
    return result;
  };
}

function nestedMapper(cells: readonly Cell[], joins: JoinsNotNullable): RowMapper {
  return (row) => {
    const result: Node = {};
    const absent = new Map<string, string | false>();
    for (const [index, { path, decode, table }] of cells.entries()) {
      const text = row[index] ?? null;
      const value = text === null || decode === undefined ? text : decode(text);
      nodeAt(result, path)[path.at(-1) ?? ''] = value;
      if (table !== undefined) noteAbsence(absent, path[0] ?? '', table, value);
    }
    for (const [name, table] of absent) if (table !== false && !joins?.[table]) result[name] = null;
    return result;
  };
}

/** A joined object is null when all its columns are, and they are of one table, and that table may lack a row. */
function noteAbsence(absent: Map<string, string | false>, name: string, table: string, value: unknown): void {
  const noted = absent.get(name);
  if (noted === undefined) absent.set(name, value === null ? table : false);
  else if (noted !== false && (value !== null || noted !== table)) absent.set(name, false);
}

function nodeAt(root: Node, path: readonly string[]): Node {
  let node = root;
  for (const step of path.slice(0, -1)) node = (node[step] ??= {}) as Node;
  return node;
}

function decoderOf(field: SelectedFieldsOrdered[number]['field'], dataTypeID: number): Decode | undefined {
  const parse = textDecoder(dataTypeID);
  const decoder = fieldDecoder(field);
  if (decoder.mapFromDriverValue === Column.prototype.mapFromDriverValue) return parse;
  if (!parse) return (text) => decoder.mapFromDriverValue(text);
  return (text) => decoder.mapFromDriverValue(parse(text));
}

type AnyDecoder = DriverValueDecoder<unknown, unknown>;

/** Safe: every selected field knows how to read itself; for expressions Drizzle keeps that out of its types. */
function fieldDecoder(field: SelectedFieldsOrdered[number]['field']): AnyDecoder {
  if (is(field, Column)) return field;
  if (is(field, SQL)) return (field as unknown as { decoder: AnyDecoder }).decoder;
  if (is(field, Subquery)) return (field as unknown as { _: { sql: { decoder: AnyDecoder } } })._.sql.decoder;
  return (field as unknown as { sql: { decoder: AnyDecoder } }).sql.decoder;
}

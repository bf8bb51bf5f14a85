import { types } from 'pg';

type Decode = (text: string) => unknown;

/** Times and intervals, and arrays of them: Drizzle's columns read these from Postgres's own text. */
const AS_TEXT = new Set([1082, 1114, 1184, 1186, 1115, 1182, 1185, 1187, 1231]);
/** Text itself; what `pg` uses for every type it doesn't know. */
const NOTHING_TO_DO: Decode = types.getTypeParser(types.builtins.UUID);

/** What `pg` makes of a type's text, or undefined where it leaves it as it is. */
export function textDecoder(dataTypeID: number): Decode | undefined {
  if (AS_TEXT.has(dataTypeID)) return undefined;
  const parser: Decode = types.getTypeParser(dataTypeID, 'text');
  return parser === NOTHING_TO_DO ? undefined : parser;
}

export interface NamedTable {
  readonly name: string;
  readonly index: number;
}

const NAMED = /(?<!\b(?:for|do|on|distinct) )\b(?:from|join|update|into) (?:only )?((?:"?[a-z_]\w*"?\.)?"?[a-z_]\w*"?)(?![\w.]| ?\()/g;
const NOT_A_TABLE = /^(select|lateral|unnest|set|skip|nowait|excluded|null|information_schema\..*|pg_.*)$/;

/** The tables that a statement names as text, those of the catalogue and its own CTEs left out. Texts in it are blanked already. */
export function namedTables(text: string): NamedTable[] {
  if (!/\b(select|insert|update|delete|merge)\b/.test(text)) return [];
  return [...text.matchAll(NAMED)].flatMap(({ index, 0: whole, 1: written = '' }) => {
    const name = written.replaceAll('"', '');
    const isTaken = NOT_A_TABLE.test(name) || isCte(text, name) || isInsideCall(text, index);
    return isTaken ? [] : [{ name, index: index + whole.length - written.length }];
  });
}

function isCte(text: string, name: string): boolean {
  return new RegExp(String.raw`\b${name}(?: ?\([^)]*\))? as (?:not )?(?:materialized )?\(`).test(text);
}

/** `extract(epoch from x)`, `substring(x from 1)`: a `from` that has no `select` before it in its parentheses. */
function isInsideCall(text: string, index: number): boolean {
  const open = text.lastIndexOf('(', index);
  const before = text.slice(open + 1, index);
  return /\b(extract|substring|trim|overlay|position) ?$/.test(text.slice(0, Math.max(open, 0))) && !/\bselect\b/.test(before);
}

export interface SetConfigCall {
  /** Its third argument is the literal `true`. */
  readonly isLocal: boolean;
}

/** The calls of `set_config` in a text of SQL. */
export function setConfigCalls(sql: string): SetConfigCall[] {
  return [...sql.matchAll(/\bset_config\s*\(/gi)].map(({ index, 0: opening }) => {
    const [, , isLocal = ''] = argumentsFrom(sql, index + opening.length);
    return { isLocal: /^(true|'(t|true|on)'|'(t|true|on)'::bool(ean)?)$/i.test(isLocal) };
  });
}

function argumentsFrom(sql: string, start: number): string[] {
  const found: string[] = [];
  let [depth, begin] = [0, start];
  for (const { index, 0: token } of sql.slice(start).matchAll(/'(?:[^']|'')*'|[(),]/g)) {
    const at = start + index;
    if (token === '(') depth += 1;
    if (token === ')') depth -= 1;
    if (depth < 0 || (token === ',' && depth === 0)) {
      found.push(sql.slice(begin, at).trim());
      begin = at + 1;
    }
    if (depth < 0) break;
  }
  return found;
}

const KEYWORD =
  /[()]|\b(select|from|join|using|into|update|set|values|where|on|group by|order by|limit|having|returning|union|intersect|except|window|for)\b/g;

export interface Clauses {
  /** The word before the place: `from`, `join`, `into`. */
  readonly keyword: string;
  /** The texts of the conditions (`where`, `on`) of the select, update or delete that the place belongs to. */
  readonly conditions: readonly string[];
}

/** What stands around a place in SQL, inside of the same parentheses. */
export function clausesAround(text: string, place: number): Clauses {
  const [start, end] = parenthesesAround(text, place);
  const clauses = clausesOf(text.slice(start, end));
  return {
    keyword: clauses.findLast((clause) => clause.start + start <= place)?.keyword ?? '',
    conditions: clauses.filter(({ keyword }) => keyword === 'where' || keyword === 'on').map(({ body }) => body),
  };
}

function parenthesesAround(text: string, place: number): [number, number] {
  let depth = 0;
  let start = place;
  while (start > 0 && !(text[start - 1] === '(' && depth === 0)) {
    start -= 1;
    if (text[start] === ')') depth += 1;
    if (text[start] === '(') depth -= 1;
  }
  let end = place;
  depth = 0;
  while (end < text.length && !(text[end] === ')' && depth === 0)) {
    if (text[end] === '(') depth += 1;
    if (text[end] === ')') depth -= 1;
    end += 1;
  }
  return [start, end];
}

interface Clause {
  readonly keyword: string;
  readonly body: string;
  readonly start: number;
}

function clausesOf(text: string): Clause[] {
  const clauses: Clause[] = [];
  let depth = 0;
  let last: { keyword: string; start: number; bodyAt: number } | null = null;
  for (const { index, 0: found, 1: keyword } of text.matchAll(KEYWORD)) {
    if (found === '(') depth += 1;
    if (found === ')') depth -= 1;
    if (keyword === undefined || depth !== 0) continue;
    if (last) clauses.push({ keyword: last.keyword, body: text.slice(last.bodyAt, index).trim(), start: last.start });
    last = { keyword, start: index, bodyAt: index + keyword.length };
  }
  return last ? [...clauses, { keyword: last.keyword, body: text.slice(last.bodyAt).trim(), start: last.start }] : clauses;
}

/** Cuts a text at a word that stands outside of parentheses: `a and (b and c)` at `and` is `a` and `(b and c)`. */
export function splitTopLevel(text: string, word: string): string[] {
  const parts: string[] = [];
  let depth = 0;
  let start = 0;
  for (const { index, 0: found } of text.matchAll(new RegExp(String.raw`[()]|\b${word}\b`, 'g'))) {
    if (found === '(') depth += 1;
    else if (found === ')') depth -= 1;
    else if (depth === 0) {
      parts.push(text.slice(start, index).trim());
      start = index + found.length;
    }
  }
  return [...parts, text.slice(start).trim()];
}

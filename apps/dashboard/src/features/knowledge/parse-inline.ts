export type Inline =
  | { readonly kind: 'text' | 'strong' | 'em' | 'code'; readonly text: string }
  | { readonly kind: 'link'; readonly text: string; readonly href: string };

const MARKS =
  /\*\*(?<strong>[^*]+)\*\*|`(?<code>[^`]+)`|(?<![\w*])[*_](?<em>[^*_\s][^*_]*)[*_](?!\w)|\[(?<label>[^\]]+)\]\((?<href>[^()\s]+)\)/g;

/** Words within a block. A link is one only when it leads to a web or mail address: `javascript:` stays text. */
export function parseInline(text: string): Inline[] {
  const parts: Inline[] = [];
  let end = 0;
  for (const match of text.matchAll(MARKS)) {
    if (match.index > end) parts.push({ kind: 'text', text: text.slice(end, match.index) });
    parts.push(readMark(match[0], match.groups ?? {}));
    end = match.index + match[0].length;
  }
  if (end < text.length) parts.push({ kind: 'text', text: text.slice(end) });
  return parts;
}

function readMark(whole: string, { strong, code, em, label, href }: Record<string, string | undefined>): Inline {
  if (strong !== undefined) return { kind: 'strong', text: strong };
  if (code !== undefined) return { kind: 'code', text: code };
  if (em !== undefined) return { kind: 'em', text: em };
  if (label !== undefined && href !== undefined && /^(https?:\/\/|mailto:)/i.test(href)) return { kind: 'link', text: label, href };
  return { kind: 'text', text: whole };
}

/** The small part of Markdown that articles use. Everything else, HTML first of all, stays the text that it is. */
export type Block =
  | { readonly kind: 'heading'; readonly text: string }
  | { readonly kind: 'paragraph'; readonly text: string }
  | { readonly kind: 'quote'; readonly text: string }
  | { readonly kind: 'list'; readonly isOrdered: boolean; readonly items: readonly string[] };

const HEADING = /^#{1,6}\s+(.*)$/;
const QUOTE = /^>\s?(.*)$/;
const BULLET = /^[-*+]\s+(.*)$/;
const NUMBER = /^\d{1,3}[.)]\s+(.*)$/;

/** Splits an article into blocks, line by line. */
export function parseMarkdown(body: string): Block[] {
  const blocks: Block[] = [];
  let isApart = true;
  for (const raw of body.split(/\r?\n/)) {
    const line = raw.trim();
    if (line === '') {
      isApart = true;
      continue;
    }
    const block = readLine(line);
    const joined = isApart && block.kind !== 'list' ? null : join(blocks.at(-1), block);
    if (joined) blocks[blocks.length - 1] = joined;
    else blocks.push(block);
    isApart = false;
  }
  return blocks;
}

function readLine(line: string): Block {
  const heading = HEADING.exec(line)?.[1];
  if (heading !== undefined) return { kind: 'heading', text: heading };
  const quote = QUOTE.exec(line)?.[1];
  if (quote !== undefined) return { kind: 'quote', text: quote };
  const bullet = BULLET.exec(line)?.[1];
  if (bullet !== undefined) return { kind: 'list', isOrdered: false, items: [bullet] };
  const item = NUMBER.exec(line)?.[1];
  if (item !== undefined) return { kind: 'list', isOrdered: true, items: [item] };
  return { kind: 'paragraph', text: line };
}

/** The block before with this line in it, or null where a new one begins. */
function join(before: Block | undefined, block: Block): Block | null {
  if (!before) return null;
  if (before.kind === 'list' && block.kind === 'list' && before.isOrdered === block.isOrdered) {
    return { ...before, items: [...before.items, ...block.items] };
  }
  if (before.kind === 'list' && block.kind === 'paragraph') {
    return { ...before, items: before.items.with(-1, `${before.items.at(-1) ?? ''} ${block.text}`) };
  }
  const isSame = (before.kind === 'paragraph' && block.kind === 'paragraph') || (before.kind === 'quote' && block.kind === 'quote');
  return isSame ? { ...before, text: `${before.text} ${block.text}` } : null;
}

import { expect, test } from 'vitest';
import { parseInline } from './parse-inline.ts';
import { parseMarkdown } from './parse-markdown.ts';

test('headings, paragraphs, lists and quotes are told apart', () => {
  expect(parseMarkdown('First line\nsecond line\n\n## When\n1. One\n2. Two\n   goes on\n\n- A\n- B\n\n> Said\n> so')).toEqual([
    { kind: 'paragraph', text: 'First line second line' },
    { kind: 'heading', text: 'When' },
    { kind: 'list', isOrdered: true, items: ['One', 'Two goes on'] },
    { kind: 'list', isOrdered: false, items: ['A', 'B'] },
    { kind: 'quote', text: 'Said so' },
  ]);
});

test('HTML stays the text that it is', () => {
  const attack = '<img src=x onerror=alert(1)>';
  expect(parseMarkdown(attack)).toEqual([{ kind: 'paragraph', text: attack }]);
  expect(parseInline(attack)).toEqual([{ kind: 'text', text: attack }]);
});

test('a link leads to the web or to a mailbox, never into a script', () => {
  expect(parseInline('See [the site](https://example.com/a).')).toEqual([
    { kind: 'text', text: 'See ' },
    { kind: 'link', text: 'the site', href: 'https://example.com/a' },
    { kind: 'text', text: '.' },
  ]);
  for (const href of ['javascript:alert(1)', 'JaVaScRiPt:alert(1)', 'data:text/html,x', '//evil.example']) {
    expect(parseInline(`[x](${href})`).every((part) => part.kind === 'text')).toBe(true);
  }
});

test('bold, code and italics are read; a lone star or a snake_case word is not', () => {
  expect(parseInline('**14 days**, `code`, *soon*')).toEqual([
    { kind: 'strong', text: '14 days' },
    { kind: 'text', text: ', ' },
    { kind: 'code', text: 'code' },
    { kind: 'text', text: ', ' },
    { kind: 'em', text: 'soon' },
  ]);
  expect(parseInline('2 * 3 and move_the_call')).toEqual([{ kind: 'text', text: '2 * 3 and move_the_call' }]);
});

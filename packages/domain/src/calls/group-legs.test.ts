import { expect, test } from 'vitest';
import { groupLegs } from './group-legs.ts';

function leg(reference: string, ...names: string[]) {
  return { key: reference, reference, names: new Set(names) };
}

function grouped(...legs: ReturnType<typeof leg>[]): string[] {
  return groupLegs(legs).map((group) => group.map(({ key }) => key).join(' '));
}

test('a leg belongs to the one that dialled it, whichever was heard of first', () => {
  expect(grouped(leg('CA2', 'CA1'), leg('CA9'), leg('CA1'))).toEqual(['CA2 CA1', 'CA9']);
});

test('legs that name a third belong together, though nobody told of it', () => {
  expect(grouped(leg('CA2', 'CA1'), leg('CA3', 'CA1'), leg('vapi-1', 'CA1'))).toEqual(['CA2 CA3 vapi-1']);
});

test('a chain of transfers is one conversation, and a leg of its own is another', () => {
  expect(grouped(leg('CA1'), leg('CA2', 'CA1'), leg('CA3', 'CA2'), leg('CA4', 'CA3'), leg('CA5'))).toEqual(['CA1 CA2 CA3 CA4', 'CA5']);
});

test('one reference on two connections is two conversations, until a third leg names it', () => {
  const [one, other] = [leg('CA1'), { ...leg('CA1'), key: 'other CA1' }];
  expect(grouped(one, other)).toEqual(['CA1', 'other CA1']);
  expect(grouped(one, other, leg('CA2', 'CA1'))).toEqual(['CA1 other CA1 CA2']);
});

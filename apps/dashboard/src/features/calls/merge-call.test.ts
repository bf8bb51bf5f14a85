import { expect, test } from 'vitest';
import { callItem } from './call-item.fixture.ts';
import type { CallItem } from './call-item.ts';
import { type LoadedCalls, mergeCall } from './merge-call.ts';

function at(minute: number, told: Partial<CallItem> = {}): CallItem {
  return callItem({ id: `call-${minute}`, startedAt: `2026-11-17T12:${String(minute).padStart(2, '0')}:00.000Z`, ...told });
}

function loaded(pages: CallItem[][], nextCursor: string | null): LoadedCalls {
  return {
    pages: pages.map((items, index) => ({ items, nextCursor: index < pages.length - 1 ? 'more' : nextCursor })),
    pageParams: pages.map(() => null),
  };
}

function idsOf(calls: LoadedCalls): string[][] {
  return calls.pages.map((page) => page.items.map((item) => item.id));
}

const TWO_PAGES = loaded([[at(30), at(20)], [at(10)]], 'more');

test('a new call comes to the top', () => {
  expect(idsOf(mergeCall(TWO_PAGES, at(40), {}))).toEqual([['call-40', 'call-30', 'call-20'], ['call-10']]);
  expect(idsOf(mergeCall(loaded([[]], null), at(40), {}))).toEqual([['call-40']]);
});

test('a call that was told of late takes its place by its start', () => {
  expect(idsOf(mergeCall(TWO_PAGES, at(15), {}))).toEqual([
    ['call-30', 'call-20'],
    ['call-15', 'call-10'],
  ]);
});

test('a call older than all that is loaded waits for its own page, unless there is none', () => {
  expect(mergeCall(TWO_PAGES, at(5), {})).toBe(TWO_PAGES);
  expect(idsOf(mergeCall(loaded([[at(30)]], null), at(5), {}))).toEqual([['call-30', 'call-5']]);
});

test('a changed call stays in its place and is there once, though its filter no longer fits', () => {
  const changed = mergeCall(TWO_PAGES, at(20, { status: 'missed' }), { status: 'completed' });
  expect(idsOf(changed)).toEqual(idsOf(TWO_PAGES));
  expect(changed.pages[0]?.items[1]?.status).toBe('missed');
});

test('a new call that doesn’t fit the filters doesn’t come in', () => {
  expect(mergeCall(TWO_PAGES, at(40), { direction: 'outbound' })).toBe(TWO_PAGES);
  expect(mergeCall(TWO_PAGES, at(40), { status: 'missed' })).toBe(TWO_PAGES);
  expect(mergeCall(TWO_PAGES, at(40), { search: '555' })).toBe(TWO_PAGES);
  expect(idsOf(mergeCall(TWO_PAGES, at(40), { direction: 'inbound', status: 'completed' }))[0]).toContain('call-40');
});

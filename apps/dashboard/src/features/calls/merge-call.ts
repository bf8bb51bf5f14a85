import type { InfiniteData } from '@tanstack/react-query';
import type { CallFilters } from './call-filters.ts';
import { compareCalls } from './compare-calls.ts';
import type { CallItem, CallPage } from './call-item.ts';
import { fitsFilters } from './fits-filters.ts';

export type LoadedCalls<Cursor = unknown> = InfiniteData<CallPage, Cursor>;

/**
 * Puts a call that has come or changed into the pages that are loaded. One that is there stays in its place, even when it
 * no longer fits: nothing that is being read moves. One that is older than all that is loaded comes with its own page.
 */
export function mergeCall<Cursor>(loaded: LoadedCalls<Cursor>, call: CallItem, filters: CallFilters): LoadedCalls<Cursor> {
  const isThere = loaded.pages.some((page) => page.items.some((item) => item.id === call.id));
  if (isThere)
    return withPages(
      loaded,
      loaded.pages.map((page) => ({ ...page, items: page.items.map((item) => (item.id === call.id ? call : item)) })),
    );
  if (!fitsFilters(call, filters)) return loaded;
  const target = loaded.pages.findIndex((page) => page.nextCursor === null || page.items.some((item) => compareCalls(call, item) < 0));
  if (target === -1) return loaded;
  return withPages(
    loaded,
    loaded.pages.map((page, index) => (index === target ? { ...page, items: inserted(page.items, call) } : page)),
  );
}

function withPages<Cursor>(loaded: LoadedCalls<Cursor>, pages: CallPage[]): LoadedCalls<Cursor> {
  return { ...loaded, pages };
}

function inserted(items: readonly CallItem[], call: CallItem): CallItem[] {
  const place = items.findIndex((item) => compareCalls(call, item) < 0);
  return place === -1 ? [...items, call] : items.toSpliced(place, 0, call);
}

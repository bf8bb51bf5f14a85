import type { CallItem } from './call-item.ts';

/** Newest first, as the server sorts; ids are UUIDv7, so they decide between calls of one instant. */
export function compareCalls(a: CallItem, b: CallItem): number {
  const byStart = startOf(b) - startOf(a);
  if (byStart !== 0) return byStart;
  return a.id === b.id ? 0 : a.id > b.id ? -1 : 1;
}

function startOf(call: CallItem): number {
  return call.startedAt ? Date.parse(call.startedAt) : Infinity;
}

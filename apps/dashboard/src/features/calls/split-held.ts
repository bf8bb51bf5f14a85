import { compareCalls } from './compare-calls.ts';
import type { CallItem } from './call-item.ts';

/** Parts the calls that came above `seenTop`, the first row being read, from those that are shown. null: all are shown. */
export function splitHeld(calls: readonly CallItem[], seenTop: CallItem | null): { held: CallItem[]; shown: CallItem[] } {
  if (!seenTop) return { held: [], shown: [...calls] };
  return {
    held: calls.filter((call) => compareCalls(call, seenTop) < 0),
    shown: calls.filter((call) => compareCalls(call, seenTop) >= 0),
  };
}

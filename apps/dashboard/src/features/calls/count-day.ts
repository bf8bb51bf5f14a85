import type { CallItem } from './call-item.ts';

/** "126 calls, 11 missed". Calls that nobody took, not those that we made in vain. */
export function countDay(calls: readonly CallItem[]): string {
  const missed = calls.filter((call) => call.status === 'missed' && call.direction === 'inbound').length;
  const all = calls.length === 1 ? '1 call' : `${calls.length} calls`;
  return missed > 0 && missed < calls.length ? `${all}, ${missed} missed` : all;
}

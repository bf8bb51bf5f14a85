import { dayKey } from '../../ui/time/day-key.ts';
import type { CallItem } from './call-item.ts';

export interface CallDay {
  /** "2026-11-17", in the organisation's zone. */
  readonly key: string;
  readonly calls: readonly CallItem[];
}

/** Calls, newest first, under the days of the organisation's time zone. */
export function groupByDay(calls: readonly CallItem[], zone: string): CallDay[] {
  const days = Map.groupBy(calls, (call) => dayKey(new Date(call.startedAt), zone));
  return [...days].map(([key, ofDay]) => ({ key, calls: ofDay }));
}

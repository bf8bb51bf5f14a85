import { dayKey } from './day-key.ts';

interface Day<Item> {
  /** "2026-11-17", in the organisation's zone. */
  readonly key: string;
  readonly items: readonly Item[];
}

/** What a list holds, newest first, under the days of the organisation's time zone. `timeOf` gives ISO 8601. */
export function groupByDay<Item>(items: readonly Item[], timeOf: (item: Item) => string, zone: string): Day<Item>[] {
  const days = Map.groupBy(items, (item) => dayKey(new Date(timeOf(item)), zone));
  return [...days].map(([key, ofDay]) => ({ key, items: ofDay }));
}

import type { Reading, TableKey } from './query.ts';

/** What a condition is asked: does it hold this table to one organisation? */
export interface Question extends Reading {
  readonly table: TableKey;
  /** The other tables of the same query. */
  readonly beside: ReadonlySet<TableKey>;
  /** A join may take the organisation of a table beside it; a `where` may not, for then nothing says which one it is. */
  readonly isJoin: boolean;
}

/** `held`: on every path to one organisation. `open`: not. `unknown`: part of it comes from where the rule can't look. */
export type Verdict = 'held' | 'open' | 'unknown';

/** Of conditions that all hold at once. */
export function anyOf(verdicts: readonly Verdict[]): Verdict {
  if (verdicts.includes('held')) return 'held';
  return verdicts.includes('unknown') ? 'unknown' : 'open';
}

/** Of conditions of which one is enough, or one is taken. */
export function everyOf(verdicts: readonly Verdict[]): Verdict {
  if (verdicts.length === 0 || verdicts.includes('open')) return 'open';
  return verdicts.includes('unknown') ? 'unknown' : 'held';
}

import type { Verdict } from './judge.ts';
import { tableLines } from './table-lines.ts';

/** A line per target: reached, or missed and by how much. */
export function printVerdicts(verdicts: readonly Verdict[]): void {
  if (verdicts.length === 0) return;
  const rows = verdicts.map(({ what, wanted, isReached, ratio }) => [
    isReached ? 'reached' : `missed by ${((1 - ratio.median / wanted) * 100).toFixed(0)} %`,
    `${ratio.median.toFixed(2)} [${ratio.low.toFixed(2)}–${ratio.high.toFixed(2)}]`,
    `≥ ${wanted.toFixed(2)}`,
    what,
  ]);
  process.stdout.write(`\n${tableLines([['target', 'measured', 'wanted', 'of'], ...rows]).join('\n')}\n`);
}

import type { CaseResult } from '../measure/result.ts';
import { describeLoad } from './describe-load.ts';
import { tableLines } from './table-lines.ts';

/** The comparison on the screen: for each work and load a block, the base first. */
export function printTable(cases: readonly CaseResult[]): void {
  const head = ['subject', 'requests/s', 'p50 ms', 'p99 ms', 'ratio to base'];
  const [headLine = '', ...lines] = tableLines([head, ...cases.map(cellsOf)]);
  for (const [index, result] of cases.entries()) {
    const previous = cases[index - 1];
    const load = describeLoad(result);
    if (!previous || describeLoad(previous) !== load) process.stdout.write(`\n${load}\n${headLine}\n`);
    process.stdout.write(`${lines[index]}\n`);
  }
}

function cellsOf(result: CaseResult): string[] {
  return [
    result.subject,
    result.requestsPerSecond.toFixed(0),
    result.p50Ms.toFixed(1),
    result.p99Ms.toFixed(1),
    `${result.ratioToBase.toFixed(2)} [${result.ratioLow.toFixed(2)}–${result.ratioHigh.toFixed(2)}]`,
  ];
}

import { quantile } from '../measure/quantile.ts';
import { welchT } from '../measure/welch.ts';
import { printBlock } from '../report/print-block.ts';
import { tableLines } from '../report/table-lines.ts';
import type { Samples } from '../timing/interleave.ts';
import { timeIds } from '../timing/time-ids.ts';
import { timeLocks } from '../timing/time-locks.ts';
import { productCalls } from './comparison-cases.ts';
import type { Part } from './part.ts';

/** Whether time tells of another organisation: whose an id is (ATK-021), and whether somebody there is busy (ATK-033). */
export const timing: Part = {
  name: 'timing',
  async run(options) {
    const data = productCalls(options);
    const database = await options.shared.withCalls([data]);
    const ids = compareWithFirst(await timeIds(database));
    const locks = compareWithFirst(await timeLocks(database, data));
    printBlock('ATK-021: calls.get, 500 times each; aim |t| < 4.5 and medians within 5 % for the first two', linesOf(ids));
    printBlock("ATK-033: another organisation's update, 500 times each", linesOf(locks));
    options.tell('timing', { 'ATK-021': ids, 'ATK-033': locks });
    return [];
  },
};

interface TimedCase {
  readonly asked: string;
  readonly medianMs: number;
  readonly p95Ms: number;
  /** Against the first case; its own is 0. */
  readonly absoluteT: number;
  readonly medianToFirst: number;
}

function compareWithFirst(samples: Samples): TimedCase[] {
  const [first = []] = samples.values();
  return [...samples].map(([asked, taken]) => ({
    asked,
    medianMs: quantile(taken, 0.5),
    p95Ms: quantile(taken, 0.95),
    absoluteT: Math.abs(welchT(first, taken)),
    medianToFirst: quantile(taken, 0.5) / quantile(first, 0.5),
  }));
}

function linesOf(cases: readonly TimedCase[]): string[] {
  return tableLines([
    ['', 'median ms', 'p95 ms', '|t| to the first', 'median to the first'],
    ...cases.map(({ asked, medianMs, p95Ms, absoluteT, medianToFirst }) => [
      asked,
      medianMs.toFixed(3),
      p95Ms.toFixed(3),
      absoluteT.toFixed(2),
      medianToFirst.toFixed(3),
    ]),
  ]);
}

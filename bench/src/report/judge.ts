import type { Measurement } from '../measure/measurement.ts';
import { quantile } from '../measure/quantile.ts';
import { type Ratio, ratioOf } from '../measure/ratio-of.ts';
import { describeLoad } from './describe-load.ts';
import { SUBJECTS, TARGETS } from './targets.ts';

/** A figure beside what it was to be. Never a failure of the run: a verdict is for whoever reads. */
export interface Verdict {
  readonly what: string;
  readonly wanted: number;
  readonly isReached: boolean;
  readonly ratio: Ratio;
}

const BASE_CLIENTS = 32;
/** Within 10 % from 10 to 10,000 organisations, within 15 % from one to ten million rows. */
const SIZES_WITHIN = 0.9;
const ROWS_WITHIN = 1 / 1.15;

/** Holds measurements to the targets that speak of them. */
export function judge(measurements: readonly Measurement[]): Verdict[] {
  return [...measurements.flatMap(judgeSpeed), ...measurements.flatMap(judgeSizes), ...measurements.flatMap(judgeSlowest)];
}

function judgeSpeed(measurement: Measurement): Verdict[] {
  const isFar = measurement.latencyMs > 0;
  if (!isFar && measurement.clients !== BASE_CLIENTS) return [];
  return TARGETS.filter(({ work }) => work === measurement.work).flatMap(({ subject, base, near, far }) =>
    verdictOf(measurement, subject, base, isFar ? far : near),
  );
}

/** The subjects of sizes: the first is the base case. */
function judgeSizes(measurement: Measurement): Verdict[] {
  if (!measurement.work.endsWith('by size')) return [];
  const [base = '', ...others] = measurement.rounds.keys();
  return others
    .filter((subject) => !subject.endsWith('skewed'))
    .flatMap((subject) => verdictOf(measurement, subject, base, subject.endsWith('rows') ? ROWS_WITHIN : SIZES_WITHIN));
}

/** How much shorter the slowest hundredth takes than unprotected Drizzle's. */
function judgeSlowest({ work, clients, latencyMs, rounds }: Measurement): Verdict[] {
  if (work !== 'list 50' || clients !== BASE_CLIENTS || latencyMs > 0) return [];
  const [ours, base] = [rounds.get(SUBJECTS.compiled), rounds.get(SUBJECTS.shipped)];
  if (!ours || !base) return [];
  const ratios = ours.map(({ p99Ms }, index) => (base[index]?.p99Ms ?? Number.NaN) / p99Ms);
  const ratio = { median: quantile(ratios, 0.5), low: quantile(ratios, 0.25), high: quantile(ratios, 0.75) };
  return [
    {
      what: `p99 of ${SUBJECTS.shipped} to ${SUBJECTS.compiled}, ${describeLoad({ work, clients, latencyMs })}`,
      wanted: 1,
      isReached: ratio.median >= 1,
      ratio,
    },
  ];
}

function verdictOf(measurement: Measurement, subject: string, base: string, wanted: number): Verdict[] {
  const [ours, theirs] = [measurement.rounds.get(subject), measurement.rounds.get(base)];
  if (!ours || !theirs) return [];
  const ratio = ratioOf(ours, theirs);
  return [{ what: `${describeLoad(measurement)}: ${subject} to ${base}`, wanted, isReached: ratio.median >= wanted, ratio }];
}

import { quantile } from './quantile.ts';

/** Scheduling makes the slowest few, not what is compared: dudect crops them too. */
const KEPT_SHARE = 0.95;

/** How surely two samples differ in their mean: Welch's t, after the slowest of both together were left out. */
export function welchT(first: readonly number[], second: readonly number[]): number {
  const limit = quantile([...first, ...second], KEPT_SHARE);
  const [a, b] = [first, second].map((sample) => sample.filter((value) => value <= limit)).map(momentsOf);
  if (!a || !b) return Number.NaN;
  return (a.mean - b.mean) / Math.sqrt(a.variance / a.count + b.variance / b.count);
}

function momentsOf(sample: readonly number[]): { mean: number; variance: number; count: number } {
  const count = sample.length;
  const mean = sample.reduce((sum, value) => sum + value, 0) / count;
  const variance = sample.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (count - 1);
  return { mean, variance, count };
}

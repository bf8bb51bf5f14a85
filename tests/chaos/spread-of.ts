/** How long something took each time, milliseconds. */
export interface Spread {
  readonly times: number;
  readonly p50Ms: number;
  readonly p95Ms: number;
  readonly maxMs: number;
}

export function spreadOf(timesMs: readonly number[]): Spread {
  const sorted = timesMs.map(Math.round).toSorted((a, b) => a - b);
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
  return { times: sorted.length, p50Ms: at(0.5), p95Ms: at(0.95), maxMs: at(1) };
}

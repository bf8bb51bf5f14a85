/** Chance that repeats itself: the same seed gives the same stream (mulberry32). */
export interface SeededRandom {
  /** At least 0, below 1. */
  next(): number;
  chance(probability: number): boolean;
  /** Whole, both ends included. */
  whole(low: number, high: number): number;
}

export function seededRandom(seed: number): SeededRandom {
  let state = seed >>> 0;
  function next(): number {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  }
  return {
    next,
    chance: (probability) => next() < probability,
    whole: (low, high) => low + Math.floor((high - low + 1) * next()),
  };
}

import type { Vowel } from '../speech/beat.ts';

/** The three lowest resonances of each vowel in Hz, a man's throat. Source: Peterson and Barney, 1952, rounded. */
export const FORMANTS: Record<Vowel, readonly [number, number, number]> = {
  a: [700, 1150, 2450],
  e: [530, 1800, 2500],
  i: [300, 2200, 2950],
  o: [540, 900, 2400],
  u: [330, 950, 2250],
};

/** With lips or tongue closed (m, n, l, r). */
export const HUM: readonly [number, number, number] = [260, 1100, 2300];

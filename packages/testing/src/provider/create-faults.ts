import type { SeededRandom } from './seeded-random.ts';

/** What is asked of the stand-in: the list of calls, the list of recordings, or a recording's sound. */
export type Asked = 'calls' | 'recordings' | 'sound';

/** What goes wrong: an answer that is none, or sound that ends half-way, with the connection closed or held open; or it only comes late. */
export type Failing =
  | { readonly status: number; readonly retryAfter?: string }
  | { readonly how: 'hang-up' }
  | { readonly how: 'cut' | 'stall' }
  | { readonly how: 'late'; readonly delayMs: number };

export type Fault = Failing & {
  readonly of: Asked;
  /** Of one recording alone. */
  readonly reference?: string;
  /** How often, once without it; `Infinity` until `clear`. */
  readonly times?: number;
  /** How likely each time, by the stand-in's seed; certain without it. */
  readonly chance?: number;
};

export interface Faults {
  add(fault: Fault): void;
  clear(): void;
}

/** Faults that wait for requests; the oldest that fits is met first. */
export function createFaults(random: SeededRandom): Faults & { meet(asked: Asked, reference?: string): Failing | null } {
  let waiting: { readonly fault: Fault; left: number }[] = [];
  return {
    add: (fault) => void waiting.push({ fault, left: fault.times ?? 1 }),
    clear() {
      waiting = [];
    },
    meet(asked, reference) {
      const fits = ({ fault, left }: (typeof waiting)[number]) =>
        left > 0 &&
        fault.of === asked &&
        (fault.reference === undefined || fault.reference === reference) &&
        (fault.chance === undefined || random.chance(fault.chance));
      const met = waiting.find(fits);
      if (!met) return null;
      met.left -= 1;
      return met.fault;
    },
  };
}

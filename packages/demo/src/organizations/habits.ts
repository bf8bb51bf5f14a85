import type { CallOutcome } from '../calls/call-outcome.ts';

/** A way for a call to go: what it comes to, who takes it, and in a provider's words why it ended. */
export interface Way {
  readonly outcome: CallOutcome;
  readonly takenBy: 'person' | 'assistant' | null;
  readonly endedReason: string | null;
  readonly ringSeconds: readonly [number, number];
}

type Weighted<Item> = readonly (readonly [Item, number])[];

/** When calls come, and how they go. */
export interface Habits {
  /** Calls on each day of the week, Sunday first. */
  readonly callsPerDay: readonly [number, number, number, number, number, number, number];
  /** Weight of each hour of the day, from midnight. */
  readonly busyHours: readonly number[];
  /** Opening hours on each day of the week, Sunday first; null: closed. */
  readonly openHours: readonly (readonly [number, number] | null)[];
  readonly outboundShare: number;
  readonly inboundOpen: Weighted<Way>;
  readonly inboundClosed: Weighted<Way>;
  readonly outbound: Weighted<Way>;
}

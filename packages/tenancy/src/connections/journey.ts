import type { Asked } from './statement.ts';

/** Statements that make one transaction of their own, in one round trip, on whatever connection is free first. */
export interface Journey {
  /** What is sent, told when its connection is known. */
  ask(): readonly Asked[];
  /** Whether others' statements may be under way behind these: they leave nothing on the connection. */
  readonly isShareable: boolean;
  /** Asked at its end: whether the connection can't be used on, although it answers. */
  spoils(): boolean;
}

/** How a journey ended: nothing, or what failed. */
export interface Arrival {
  readonly failure?: unknown;
  /** Whether somebody else's statements went before it in the same write. */
  readonly wasBehindOthers: boolean;
}

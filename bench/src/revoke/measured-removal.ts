/** What one removal took, in milliseconds from when whoever removed had the answer. */
export interface MeasuredRemoval {
  /** The removal itself, as the owner waits for it. */
  readonly removalMs: number;
  /** Until the next request, begun at once, was refused. */
  readonly requestMs: number;
  readonly linkMs: number;
  readonly streamMs: number;
}

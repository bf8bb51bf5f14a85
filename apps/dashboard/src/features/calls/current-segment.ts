interface Segment {
  readonly startMs: number;
}

/** The turn that is heard at a position: the last that has begun, or -1 before the first. `segments` are in order of time. */
export function currentSegment(segments: readonly Segment[], positionMs: number): number {
  return segments.findLastIndex((segment) => segment.startMs <= positionMs);
}

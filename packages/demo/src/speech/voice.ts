/** How somebody sounds. */
export interface Voice {
  /** The middle of the melody. */
  readonly pitchHz: number;
  /** 1 is an ordinary grown man's throat; smaller throats are above it. */
  readonly throat: number;
  readonly syllablesPerSecond: number;
  /** How much air is heard, 0 to 1. */
  readonly breath: number;
  /** Loudness on the line, 0 to 1. */
  readonly level: number;
}

/** How loud a sound is along its length, so that it can be drawn without being decoded. */
export interface Peaks {
  /** The time that one level stands for. */
  readonly bucketMs: number;
  /** A row for each channel, 0 to 255 for each bucket. */
  readonly channels: readonly Uint8Array[];
}

/** The most levels that a channel has. */
export const MOST_PEAKS = 2_000;

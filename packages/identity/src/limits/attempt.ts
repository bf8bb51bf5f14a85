/** One thing that is counted: so many of `key` in a window. */
export interface Attempt {
  /** What is counted, as a hash: neither addresses nor accounts are kept. */
  readonly key: string;
  readonly most: number;
  readonly windowSeconds: number;
}

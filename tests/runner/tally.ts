/** What passed and what failed, by a name that tells a person where to look. */
export interface Tally {
  readonly passed: number;
  readonly failed: readonly string[];
}

export function addTallies(tallies: readonly Tally[]): Tally {
  return { passed: tallies.reduce((sum, { passed }) => sum + passed, 0), failed: tallies.flatMap(({ failed }) => failed) };
}

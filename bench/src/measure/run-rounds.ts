import type { Round } from './round.ts';

export interface Subject {
  readonly name: string;
  run(): Promise<Round>;
}

/** The rounds of each subject, by its name, in the order they were taken. */
export type RoundsBySubject = ReadonlyMap<string, readonly Round[]>;

/** Runs every subject once a round, in an order drawn anew, after one round that doesn't count. */
export async function runRounds(subjects: readonly Subject[], rounds: number): Promise<RoundsBySubject> {
  const taken = new Map(subjects.map(({ name }) => [name, [] as Round[]]));
  for (let round = -1; round < rounds; round += 1) {
    for (const subject of shuffled(subjects)) {
      const result = await subject.run();
      if (round >= 0) taken.get(subject.name)?.push(result);
    }
  }
  return taken;
}

function shuffled<T>(items: readonly T[]): T[] {
  return items
    .map((item) => ({ item, draw: Math.random() }))
    .toSorted((a, b) => a.draw - b.draw)
    .map(({ item }) => item);
}

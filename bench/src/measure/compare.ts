import { quantile } from './quantile.ts';
import type { CaseResult } from './result.ts';
import type { Round } from './round.ts';

export interface Subject {
  readonly name: string;
  run(): Promise<Round>;
}

export interface Comparison {
  readonly work: string;
  readonly clients: number;
  /** The first is the base that the others are compared with. */
  readonly subjects: readonly [Subject, ...Subject[]];
  readonly rounds: number;
}

/** Runs every subject once a round, in an order drawn anew, after one round that doesn't count. */
export async function compare({ work, clients, subjects, rounds }: Comparison): Promise<CaseResult[]> {
  const taken = new Map(subjects.map(({ name }) => [name, [] as Round[]]));
  for (let round = -1; round < rounds; round += 1) {
    for (const subject of shuffled(subjects)) {
      const result = await subject.run();
      if (round >= 0) taken.get(subject.name)?.push(result);
    }
  }
  const base = taken.get(subjects[0].name) ?? [];
  return subjects.map(({ name }) => summarize({ work, clients, subject: name }, taken.get(name) ?? [], base));
}

function summarize(which: Pick<CaseResult, 'work' | 'clients' | 'subject'>, rounds: readonly Round[], base: readonly Round[]): CaseResult {
  const ratios = rounds.map(({ requestsPerSecond }, index) => requestsPerSecond / (base[index]?.requestsPerSecond ?? Number.NaN));
  const median = (read: (round: Round) => number) => quantile(rounds.map(read), 0.5);
  return {
    ...which,
    latencyMs: 0,
    requestsPerSecond: median((round) => round.requestsPerSecond),
    p50Ms: median((round) => round.p50Ms),
    p99Ms: median((round) => round.p99Ms),
    ratioToBase: quantile(ratios, 0.5),
    ratioLow: quantile(ratios, 0.25),
    ratioHigh: quantile(ratios, 0.75),
  };
}

function shuffled<T>(items: readonly T[]): T[] {
  return items
    .map((item) => ({ item, draw: Math.random() }))
    .toSorted((a, b) => a.draw - b.draw)
    .map(({ item }) => item);
}

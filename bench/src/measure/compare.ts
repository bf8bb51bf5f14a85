import { casesOf } from './measurement.ts';
import type { CaseResult } from './result.ts';
import { runRounds, type Subject } from './run-rounds.ts';

export type { Subject } from './run-rounds.ts';

export interface Comparison {
  readonly work: string;
  readonly clients: number;
  /** The first is the base that the others are compared with. */
  readonly subjects: readonly [Subject, ...Subject[]];
  readonly rounds: number;
}

/** Compares subjects with the first of them, without anything between them and the database. */
export async function compare({ work, clients, subjects, rounds }: Comparison): Promise<CaseResult[]> {
  return casesOf({ work, clients, latencyMs: 0, rounds: await runRounds(subjects, rounds) });
}

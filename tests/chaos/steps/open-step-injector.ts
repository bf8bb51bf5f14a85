import { AsyncLocalStorage } from 'node:async_hooks';
import type { PlannedFault, StepFault } from './step-fault.ts';

/** Something outside didn't work; nobody can say more of it. */
class StepFailed extends Error {}

/** One attempt at one recording, while it runs. */
interface Attempt {
  readonly faults: ReadonlyMap<number, StepFault>;
  step: number;
  transactions: number;
  isDead: boolean;
}

export interface StepInjector {
  /** Runs an attempt at a recording; what it asks of the outside comes by `step`. */
  attempt<T>(recordingId: string, work: () => Promise<T>): Promise<T>;
  /** Does something outside, unless a fault is planned here. */
  step<T>(name: string, work: () => Promise<T>): Promise<T>;
  /** A step of the database, named by which transaction of its attempt it is. */
  transaction<T>(work: () => Promise<T>): Promise<T>;
  /** The most steps that an attempt took. */
  readonly mostSteps: number;
  /** How often which step went wrong, and how. */
  readonly met: ReadonlyMap<string, number>;
}

/** Counts the steps of attempts that run at the same time, each for itself, and lets those go wrong that `plan` names at a recording's first. */
export function openStepInjector(plan: () => readonly PlannedFault[]): StepInjector {
  const current = new AsyncLocalStorage<Attempt>();
  const known = new Map<string, { readonly planned: readonly PlannedFault[]; attempts: number }>();
  const met = new Map<string, number>();
  let mostSteps = 0;

  async function step<T>(name: string, work: () => Promise<T>): Promise<T> {
    const attempt = current.getStore();
    if (!attempt) return work();
    if (attempt.isDead) throw new StepFailed('dead');
    const fault = attempt.faults.get(attempt.step);
    mostSteps = Math.max(mostSteps, (attempt.step += 1));
    if (fault === undefined) return work();
    met.set(`${name} ${fault}`, (met.get(`${name} ${fault}`) ?? 0) + 1);
    if (fault.endsWith('late')) await work();
    attempt.isDead = fault.startsWith('dies');
    throw new StepFailed(name);
  }

  return {
    met,
    get mostSteps() {
      return mostSteps;
    },
    step,
    transaction(work) {
      const attempt = current.getStore();
      return step(`transaction ${attempt ? (attempt.transactions += 1) : 0}`, work);
    },
    attempt(recordingId, work) {
      const seen = known.get(recordingId) ?? { planned: plan(), attempts: 0 };
      known.set(recordingId, seen);
      const faults = new Map(seen.planned.filter(({ attempt }) => attempt === seen.attempts).map(({ step: at, fault }) => [at, fault]));
      seen.attempts += 1;
      return current.run({ faults, step: 0, transactions: 0, isDead: false }, work);
    },
  };
}

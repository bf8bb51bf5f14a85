import { type Round, sumUp } from '../measure/round.ts';

/** Times jobs from the first one's begin to the last one's end. */
export interface JobWatch {
  began(number: number): void;
  ended(number: number): void;
  /** Resolves when all have ended. */
  readonly round: Promise<Round>;
}

export function watchJobs(jobs: number): JobWatch {
  const { promise: round, resolve } = Promise.withResolvers<Round>();
  const beganAt = new Map<number, number>();
  const latencies: number[] = [];
  let firstAt = 0;
  return {
    round,
    began(number) {
      const now = performance.now();
      firstAt ||= now;
      beganAt.set(number, now);
    },
    ended(number) {
      const now = performance.now();
      latencies.push(now - (beganAt.get(number) ?? now));
      if (latencies.length === jobs) resolve(sumUp(latencies, now - firstAt));
    },
  };
}

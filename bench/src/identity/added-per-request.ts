import { quantile } from '../measure/quantile.ts';
import type { RoundsBySubject } from '../measure/run-rounds.ts';

/** What a subject's request takes longer than the base's, in microseconds: taken round by round, so that what else the machine did hit both. */
export interface AddedTime {
  readonly subject: string;
  readonly p50Ms: number;
  readonly addedUs: number;
  readonly addedLowUs: number;
  readonly addedHighUs: number;
}

export function addedPerRequest(rounds: RoundsBySubject): AddedTime[] {
  const [base = []] = rounds.values();
  return [...rounds].map(([subject, taken]) => {
    const added = taken.map(({ p50Ms }, index) => (p50Ms - (base[index]?.p50Ms ?? Number.NaN)) * 1000);
    return {
      subject,
      p50Ms: quantile(
        taken.map(({ p50Ms }) => p50Ms),
        0.5,
      ),
      addedUs: quantile(added, 0.5),
      addedLowUs: quantile(added, 0.25),
      addedHighUs: quantile(added, 0.75),
    };
  });
}

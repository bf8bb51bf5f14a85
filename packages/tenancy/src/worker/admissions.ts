/** For so long an organisation that let a job in isn't asked again before its next one. Each transaction of a job is asked all the same. */
const GOOD_FOR_MS = 1000;
const MOST_KEPT = 10_000;

export interface Admissions {
  isFresh(orgId: string): boolean;
  note(orgId: string): void;
}

/** Remembers for a moment which organisations live, so that job after job of one costs one look. */
export function createAdmissions(now: () => number = performance.now.bind(performance)): Admissions {
  const admitted = new Map<string, number>();
  return {
    isFresh: (orgId) => now() - (admitted.get(orgId) ?? -Infinity) < GOOD_FOR_MS,
    note(orgId) {
      if (admitted.size >= MOST_KEPT) admitted.clear();
      admitted.set(orgId, now());
    },
  };
}

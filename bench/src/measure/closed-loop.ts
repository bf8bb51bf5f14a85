import { type Round, sumUp } from './round.ts';

/** As many requests as `clients` callers get answered in a time, each asking again once it has its answer. */
export async function closedLoop(request: () => Promise<unknown>, clients: number, forMs: number): Promise<Round> {
  const latencies: number[] = [];
  const startedAt = performance.now();
  async function ask(): Promise<void> {
    while (performance.now() - startedAt < forMs) {
      const askedAt = performance.now();
      await request();
      latencies.push(performance.now() - askedAt);
    }
  }
  await Promise.all(Array.from({ length: clients }, ask));
  return sumUp(latencies, performance.now() - startedAt);
}

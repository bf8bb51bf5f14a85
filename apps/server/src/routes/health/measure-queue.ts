import type { MeasuredQueue } from '@ringfence/telemetry';
import type { Tenancy } from '@ringfence/tenancy';

interface StateRow {
  readonly state: string;
  readonly jobs: string | number;
  readonly oldest_seconds: number;
}

interface OutcomeRow {
  readonly job: string;
  readonly outcome: string;
  readonly reason: string;
  readonly count: string | number;
}

/** How the queue of all organisations together stands, without a word of whose. */
export async function measureQueue(tenancy: Pick<Tenancy, 'lookup'>): Promise<MeasuredQueue> {
  const [states, outcomes] = await Promise.all([tenancy.lookup<StateRow>('measure_queue'), tenancy.lookup<OutcomeRow>('count_outcomes')]);
  return {
    states: states.map(({ state, jobs, oldest_seconds: seconds }) => ({ state, jobs: Number(jobs), oldestSeconds: Number(seconds) })),
    outcomes: outcomes.map(({ count, ...outcome }) => ({ ...outcome, count: Number(count) })),
  };
}

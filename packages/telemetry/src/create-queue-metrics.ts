import { Counter, Gauge, type Registry } from 'prom-client';

/** The queue of all organisations together, as the database tells it. */
export interface MeasuredQueue {
  /** By state: how many jobs, and for how long the oldest of them has been due. */
  readonly states: readonly { readonly state: string; readonly jobs: number; readonly oldestSeconds: number }[];
  /** How often jobs ended in which way, and why, since the installation began. */
  readonly outcomes: readonly { readonly job: string; readonly outcome: string; readonly reason: string; readonly count: number }[];
}

/** States that are told when nothing stands in them too: what is missing can't be watched. */
const STATES = ['waiting', 'delayed', 'running', 'failed', 'quarantined'];

/** Makes the queue's metrics; `tell` sets them anew, and null takes them away while nobody knows. */
export function createQueueMetrics(registry: Registry): { tell(measured: MeasuredQueue | null): void } {
  const registers = [registry];
  const depth = new Gauge({ name: 'ringfence_queue_jobs', help: 'Jobs in the queue, by state.', labelNames: ['state'], registers });
  const age = new Gauge({
    name: 'ringfence_queue_oldest_seconds',
    help: 'For how long the oldest job of a state has been due.',
    labelNames: ['state'],
    registers,
  });
  const outcomes = new Counter({
    name: 'ringfence_jobs_total',
    help: 'Runs of jobs by how they ended and why; outcome="crossing" counts those that named another organisation.',
    labelNames: ['job', 'outcome', 'reason'],
    registers,
  });
  return {
    tell(measured) {
      for (const metric of [depth, age, outcomes]) metric.reset();
      if (!measured) return;
      for (const state of STATES) {
        const found = measured.states.find((each) => each.state === state);
        depth.set({ state }, found?.jobs ?? 0);
        age.set({ state }, found?.oldestSeconds ?? 0);
      }
      for (const { count, ...labels } of measured.outcomes) outcomes.inc(labels, count);
    },
  };
}

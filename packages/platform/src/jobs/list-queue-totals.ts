import { JOB_STATES, type JobState } from '@ringfence/domain/jobs';
import type { Tenancy } from '@ringfence/tenancy';
import { listOrganizations } from '../organizations/list-organizations.ts';

export interface QueueTotals {
  readonly orgId: string;
  readonly name: string;
  readonly totals: Readonly<Record<JobState, number>>;
  /** For how long the oldest job that waits has been due. */
  readonly oldestWaitingSeconds: number;
}

interface Row {
  readonly org_id: string;
  readonly state: JobState;
  readonly jobs: string | number;
  readonly oldest_seconds: number;
}

/** How much waits, runs and failed of each organisation that lives; for the operator's log-in alone. */
export async function listQueueTotals(service: Pick<Tenancy, 'lookup'>): Promise<QueueTotals[]> {
  const [organizations, rows] = await Promise.all([listOrganizations(service), service.lookup<Row>('count_jobs_by_organization')]);
  return organizations.map(({ orgId, name }) => {
    const own = rows.filter((row) => row.org_id === orgId);
    const totals = { waiting: 0, running: 0, failed: 0, quarantined: 0 };
    for (const state of JOB_STATES) totals[state] = Number(own.find((row) => row.state === state)?.jobs ?? 0);
    return { orgId, name, totals, oldestWaitingSeconds: Math.round(own.find(({ state }) => state === 'waiting')?.oldest_seconds ?? 0) };
  });
}

import type { Tenancy } from '@ringfence/tenancy';

export interface QuarantinedJob {
  readonly orgId: string;
  readonly id: string;
  readonly task: string;
  /** How many workers were lost while they ran it. */
  readonly crashes: number;
  readonly createdAt: Date;
}

interface Row {
  readonly org_id: string;
  readonly id: string;
  readonly task: string;
  readonly crashes: number;
  readonly created_at: string | Date;
}

/** The jobs of all organisations that were set aside, the oldest first; for the operator's log-in alone. */
export async function listQuarantinedJobs(service: Pick<Tenancy, 'lookup'>): Promise<QuarantinedJob[]> {
  const rows = await service.lookup<Row>('list_quarantined_jobs');
  return rows.map(({ org_id: orgId, id, task, crashes, created_at: at }) => ({ orgId, id, task, crashes, createdAt: new Date(at) }));
}

import type { Tenancy } from '../open-tenancy.ts';
import { TenantClientEnded } from '../tenant-client-ended.ts';
import type { TenantDb } from '../drizzle/tenant-db.ts';
import type { LockedJob } from './locked-job.ts';

export interface TenantEntry {
  enter<T>(work: (db: TenantDb) => Promise<T>): Promise<T>;
  close(): void;
}

/** A job's way into its one organisation, shut for good when the job ends: a handler left behind writes nothing more. */
export function tenantEntry(tenancy: Pick<Tenancy, 'inTenant'>, orgId: string, job: LockedJob): TenantEntry {
  let isOpen = true;
  return {
    async enter(work) {
      if (!isOpen) throw new TenantClientEnded('its job has ended');
      return tenancy.inTenant({ orgId, actor: { kind: 'job', id: job.id } }, work);
    },
    close() {
      isOpen = false;
    },
  };
}

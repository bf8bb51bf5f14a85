import type { Tenancy } from '../open-tenancy.ts';
import { TenantClientEnded } from '../tenant-client-ended.ts';
import type { JobContext } from './tenant-task.ts';

export interface TenantEntry {
  readonly enter: JobContext<unknown, unknown>['tenant'];
  close(): void;
}

/** A job's way into its one organisation, shut for good when the job ends: a handler left behind writes nothing more. */
export function tenantEntry(tenancy: Pick<Tenancy, 'inTenant'>, orgId: string, jobId: string): TenantEntry {
  let isOpen = true;
  return {
    async enter(work, options) {
      if (!isOpen) throw new TenantClientEnded('its job has ended');
      return tenancy.inTenant({ orgId, actor: { kind: 'job', id: jobId } }, work, options);
    },
    close() {
      isOpen = false;
    },
  };
}

import { randomUUID } from 'node:crypto';
import { openRingfenceTenancy } from '@ringfence/db';
import { reconcileWithin } from '@ringfence/platform/recordings';
import type { ChaosSystem } from './start-chaos-system.ts';

/** As if days had passed: what the first look finds, the second deals with. */
const AT_ONCE = { graceMs: 0, waitMs: 0, unrememberedMs: 0 };
const LOOKS = 2;

/** Compares storage and rows of each organisation, as the job does, and has what doesn't fit dealt with. */
export async function reconcile({ database, secretKey, storage }: ChaosSystem, orgIds: readonly string[]): Promise<void> {
  const tenancy = openRingfenceTenancy({ connectionString: database.urls.worker, secretKey, applicationName: 'chaos-reconcile' });
  try {
    for (const orgId of orgIds) {
      for (let look = 0; look < LOOKS; look += 1) {
        await reconcileWithin(
          {
            orgId,
            outside: { storage },
            signal: AbortSignal.timeout(60_000),
            tenant: (work) => tenancy.inTenant({ orgId, actor: { kind: 'job', id: randomUUID() } }, work),
          },
          AT_ONCE,
        );
      }
    }
  } finally {
    await tenancy.close();
  }
}

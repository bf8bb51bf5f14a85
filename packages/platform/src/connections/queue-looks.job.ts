import { queueLooksJob } from '@ringfence/domain/connections';
import { tenantTask } from '@ringfence/tenancy/worker';
import type { JobsOutside } from '../outside/outside.ts';
import { queueDueLooks } from './queue-due-looks.ts';

/** Queues the looks that are due. Running it twice queues nothing twice: the first has put the next ones ahead. */
export const queueLooks = tenantTask<typeof queueLooksJob, JobsOutside>(queueLooksJob, async ({ tenant }) => ({
  looks: await tenant((db) => queueDueLooks(db)),
}));

import type { TenantTask } from '@ringfence/tenancy/worker';
import { catchUp } from '../connections/catch-up.job.ts';
import { queueLooks } from '../connections/queue-looks.job.ts';
import type { JobsOutside } from '../outside/outside.ts';
import { cleanStale } from '../recordings/clean-stale.job.ts';
import { reconcileObjects } from '../recordings/reconcile-objects.job.ts';
import { removeObjects } from '../recordings/remove-objects.job.ts';
import { retryUploadsTask } from '../recordings/retry-uploads.job.ts';
import { storeRecording } from '../recordings/store-recording.job.ts';

/** Every job there is, for the worker. */
export const tasks: readonly TenantTask<JobsOutside>[] = [
  storeRecording,
  retryUploadsTask,
  cleanStale,
  reconcileObjects,
  removeObjects,
  catchUp,
  queueLooks,
];

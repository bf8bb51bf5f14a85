import type { TenantTask } from '@ringfence/tenancy/worker';
import type { JobsOutside } from '../outside/outside.ts';
import { storeRecording } from '../recordings/store-recording.job.ts';

/** Every job there is, for the worker. */
export const tasks: readonly TenantTask<JobsOutside>[] = [storeRecording];

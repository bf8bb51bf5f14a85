import { cleanStaleJob } from '@ringfence/domain/recordings';
import { tenantTask } from '@ringfence/tenancy/worker';
import { endStaleCalls } from '../calls/end-stale-calls.ts';
import type { JobsOutside } from '../outside/outside.ts';
import { freeStaleRecordings } from './free-stale-recordings.ts';

/** Ends what nobody else will. Running it twice is harmless: what was freed or ended isn't stale any more. */
export const cleanStale = tenantTask<typeof cleanStaleJob, JobsOutside>(cleanStaleJob, async ({ tenant }) => ({
  freed: await tenant(freeStaleRecordings),
  ended: await tenant(endStaleCalls),
}));

import { NotFound } from '@ringfence/domain';
import { removeObjectsJob } from '@ringfence/domain/recordings';
import { tenantTask } from '@ringfence/tenancy/worker';
import type { JobsOutside } from '../outside/outside.ts';
import { removeObjectsOf } from './remove-objects-of.ts';
import { findRemoval, settleRemovals } from './removed-recordings.ts';

/** Removes from storage what a removed recording left there. Running it twice removes nothing twice; whoever isn't removed is not found. */
export const removeObjects = tenantTask<typeof removeObjectsJob, JobsOutside>(
  removeObjectsJob,
  async ({ tenant, payload: { recordingId }, outside, orgId }) => {
    const removed = await tenant((db) => findRemoval(db, recordingId));
    if (!removed) throw new NotFound('removed recording');
    await removeObjectsOf(outside.storage, orgId, removed);
    await tenant((db) => settleRemovals(db, [recordingId]));
    return { removed: 1 };
  },
);

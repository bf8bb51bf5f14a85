import type { JobHelpers } from 'graphile-worker';
import { readPayload } from './read-payload.ts';

/** A job as this worker locked it. `lockedBy` and `lockedAt` together name one run: what settles it asks for both. */
export interface LockedJob {
  /** The queue's own number. */
  readonly id: string;
  /** What the job is called outside of the queue: says nothing of how many others there are. */
  readonly jobId: string;
  readonly task: string;
  readonly payload: unknown;
  readonly attempt: number;
  readonly maxAttempts: number;
  /** Another job of the same key takes its place. */
  readonly hasKey: boolean;
  readonly lockedBy: string;
  readonly lockedAt: Date;
}

/** The queue's row in our words. @throws TypeError for one that isn't locked, which the queue never hands out. */
export function lockedJob(job: JobHelpers['job']): LockedJob {
  if (!job.locked_by || !job.locked_at) throw new TypeError('a job that runs must be locked');
  return {
    id: String(job.id),
    jobId: readPayload(job.payload).jobId ?? String(job.id),
    task: job.task_identifier,
    payload: job.payload,
    attempt: job.attempts,
    maxAttempts: job.max_attempts,
    hasKey: job.key !== null,
    lockedBy: job.locked_by,
    lockedAt: job.locked_at,
  };
}

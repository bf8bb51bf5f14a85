export { enqueue, type EnqueueOptions } from './enqueue.ts';
export { listQuarantinedJobs } from './list-quarantined-jobs.ts';
export { listQueueTotals } from './list-queue-totals.ts';
export { retryJob } from './retry-job.ts';
export { schedules } from './schedules.ts';
export { settleFailedJob } from './settle-failed-job.ts';
export { tasks } from './tasks.ts';

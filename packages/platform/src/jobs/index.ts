export { enqueue, type EnqueueOptions } from './enqueue.ts';
export { schedules } from './schedules.ts';
export { settleFailedJob } from './settle-failed-job.ts';
export { tasks } from './tasks.ts';

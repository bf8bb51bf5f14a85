export { installQueue, type InstallQueueOptions } from './install-queue.ts';
export { JobPostponed } from './job-postponed.ts';
export { migrateQueue } from './migrate-queue.ts';
export { runTenantWorker, type TenantWorker } from './run-tenant-worker.ts';
export type { CountedOutcome } from './tally.ts';
export type { TenantSchedule } from './tenant-schedule.ts';
export { type JobContext, type JobCounts, type TaskDeclaration, tenantTask, type TenantTask } from './tenant-task.ts';
export type { EndedJob, TenantWorkerOptions } from './tenant-worker-options.ts';
export type { WorkerLog } from './worker-log.ts';

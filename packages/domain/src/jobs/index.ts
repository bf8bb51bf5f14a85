export { declareJob, type JobDeclaration } from './declare-job.ts';
export { declareSchedule, type ScheduleDeclaration } from './declare-schedule.ts';
export { FindJob } from './find-job.ts';
export { JOB_STATES, type JobState } from './job-state.ts';
export { ListJobs } from './list-jobs.ts';

export { declareJob, type JobDeclaration } from './declare-job.ts';
export { declareSchedule, type ScheduleDeclaration } from './declare-schedule.ts';

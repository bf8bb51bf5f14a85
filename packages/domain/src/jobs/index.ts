export { declareJob, type JobDeclaration } from './declare-job.ts';

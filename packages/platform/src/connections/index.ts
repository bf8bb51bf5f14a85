export { catchUp } from './catch-up.job.ts';
export { connectionsRouter } from './connections.router.ts';
export { type CountedRefusals, countRefusals } from './count-refusals.ts';
export { createConnection } from './create-connection.ts';
export { endLook } from './end-look.ts';
export { finishDay } from './finish-day.ts';
export { getCompleteness } from './get-completeness.ts';

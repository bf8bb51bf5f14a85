import { storeRecording } from '../recordings/store-recording.job.ts';

export { enqueue } from './enqueue.ts';
export { settleFailedJob } from './settle-failed-job.ts';

/** Every job there is, for the worker. */
export const tasks = [storeRecording];

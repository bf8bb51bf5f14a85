export { type RecordingStatus, RECORDING_STATUSES, statusesBefore } from './recording-status.ts';
export { storeRecordingJob, StoreRecording } from './store-recording-job.ts';
export { type RecordingFailureReason, RECORDING_FAILURE_REASONS } from './recording-failure-reason.ts';
export { PermanentFailure } from './permanent-failure.ts';
export { MOST_PEAKS, type Peaks } from './peaks.ts';
export { LinkRecording } from './link-recording.ts';
export type { RecordingSource } from './recording-source.ts';

export { findStoredRecording, type StoredRecording } from './find-stored-recording.ts';
export { objectKey } from './object-key.ts';
export { reconcileWithin } from './reconcile-objects.job.ts';
export { recordingsRouter } from './recordings.router.ts';
export { storeRecording } from './store-recording.job.ts';

export { createRecordingLinks, type RecordingLink, type RecordingLinks } from './create-recording-links.ts';

export { createRecordingSource, type OpenSound, type RecordingSourceOptions } from './create-recording-source.ts';
export { DownloadFailed } from './download-failed.ts';
export { type ExtraHost, readExtraHosts } from './read-extra-hosts.ts';

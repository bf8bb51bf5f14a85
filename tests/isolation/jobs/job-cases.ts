import type { SeededOrganization } from '@ringfence/testing/organizations';

/** What a payload can name. */
export type Nameable = Pick<SeededOrganization, 'apiKeyId' | 'callId' | 'connectionId' | 'recordingId' | 'removedRecordingId'>;

/** One for every job: a payload that names what somebody has, or null where it can name nothing. A job without an entry fails the matrix. */
export const JOB_CASES: Readonly<Record<string, ((of: Nameable) => unknown) | null>> = {
  'catch-up': ({ connectionId }) => ({ connectionId }),
  'clean-stale': null,
  'queue-looks': null,
  'reconcile-objects': null,
  'remove-objects': ({ removedRecordingId }) => ({ recordingId: removedRecordingId }),
  'retry-uploads': null,
  'store-recording': ({ recordingId }) => ({ recordingId }),
};

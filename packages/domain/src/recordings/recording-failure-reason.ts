/** Why a recording could not be stored. The first group is for good; the second may pass, and is tried again. */
export const RECORDING_FAILURE_REASONS = [
  'address-refused',
  'type-refused',
  'too-large',
  'gone',
  'sign-in-refused',
  'not-ready',
  'unreachable',
  'incomplete',
  'internal',
] as const;
export type RecordingFailureReason = (typeof RECORDING_FAILURE_REASONS)[number];

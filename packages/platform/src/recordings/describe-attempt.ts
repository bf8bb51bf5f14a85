import { type RecordingFailureReason, RECORDING_FAILURE_REASONS } from '@ringfence/domain/recordings';
import type { FailedAttempt } from './note-failed-attempt.ts';

/** What may be kept and shown: our own words where the failure is one of ours, else only that something broke. */
export function describeAttempt(error: unknown): FailedAttempt {
  if (error instanceof Error && 'reason' in error && isReason(error.reason)) return { reason: error.reason, message: error.message };
  return { reason: 'internal', message: 'Something on our side failed.' };
}

function isReason(reason: unknown): reason is RecordingFailureReason {
  return RECORDING_FAILURE_REASONS.some((known) => known === reason);
}

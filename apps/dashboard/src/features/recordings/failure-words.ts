import type { RecordingFailureReason } from '@ringfence/domain/recordings';

interface FailureWords {
  readonly cause: string;
  readonly remedy: string;
}

/** Why a recording could not be had and the remedy, in words that name both. */
export const FAILURE_WORDS: Record<RecordingFailureReason, FailureWords> = {
  'sign-in-refused': {
    cause: 'The provider refused our sign-in',
    remedy: 'The connection’s secret or fetch key has changed. An owner or admin can set it anew in the connection.',
  },
  gone: {
    cause: 'The provider no longer has it',
    remedy: 'Restore it there, where that is possible, then retry.',
  },
  'not-ready': {
    cause: 'The provider does not have it ready yet',
    remedy: 'That is usual in the first minutes after a call.',
  },
  'address-refused': {
    cause: 'The address isn’t one of the provider’s',
    remedy: 'Sound is fetched from the provider’s own hosts alone. Check where the callback came from.',
  },
  'type-refused': {
    cause: 'What came isn’t sound',
    remedy: 'The provider answered with something else. Look at the recording in its own console.',
  },
  'too-large': { cause: 'It is larger than we store', remedy: 'Fetch it from the provider’s own console.' },
  unreachable: { cause: 'The provider could not be reached', remedy: 'Check the provider’s status page, then retry.' },
  incomplete: { cause: 'The sound broke off', remedy: 'The provider sent less than it announced, at every attempt.' },
  internal: { cause: 'Something went wrong on our side', remedy: 'Retry. If it fails again, tell whoever runs Ringfence for you.' },
};

import type { ListFailure } from '@ringfence/domain/connections';

/** Why the provider's list could not be read, and the remedy. */
export const LOOK_FAILURES: Readonly<Record<ListFailure, string>> = {
  'no-credential': 'We have nothing to sign in with at the provider yet: its first message tells the account, or set a key.',
  'sign-in-refused': 'The provider refused our sign-in. Set a new secret, then look again.',
  unreachable: 'The provider did not answer. It is asked again by itself.',
  unreadable: 'The provider answered something else than its list. It is asked again by itself.',
};

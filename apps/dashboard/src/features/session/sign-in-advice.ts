import type { SignInFailureReason } from './sign-in-failure.ts';

/** What went wrong and the way out, in the words of the page. */
export const SIGN_IN_ADVICE: Record<SignInFailureReason, string> = {
  'no-match': 'Email and password don’t belong together. Check both, then sign in again.',
  'too-many': 'Too many attempts in a short time. Wait a minute, then sign in again.',
  refused: 'Sign-in isn’t allowed from this address. Open Ringfence at its own address.',
  unreachable: 'Ringfence can’t be reached. Check your connection, then sign in again.',
};

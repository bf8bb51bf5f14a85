import { AuthFailure, type AuthFailureReason } from './auth-failure.ts';

const ADVICE: Record<AuthFailureReason, string> = {
  'no-match': 'Email and password don’t belong together. Check both, then sign in again.',
  'wrong-password': 'The password you have now is another one. Type it again.',
  spent: 'This link has been used or has ended. Ask for a new one.',
  'too-many': 'Too many attempts in a short time. Wait a minute, then try again.',
  refused: 'Sign-in isn’t allowed from this address. Open Ringfence at its own address.',
  unreachable: 'Ringfence can’t be reached. Check your connection, then try again.',
};

/** What went wrong and the way out, in the words of the page. Whatever isn't a known failure is logged. */
export function adviseOnAuth(error: unknown): string {
  if (!(error instanceof AuthFailure)) console.error(error);
  return ADVICE[error instanceof AuthFailure ? error.reason : 'unreachable'];
}

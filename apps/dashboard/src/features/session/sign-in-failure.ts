export type SignInFailureReason = 'no-match' | 'too-many' | 'refused' | 'unreachable';

/** Why somebody could not be signed in, in kinds that a page has words for. */
export class SignInFailure extends Error {
  readonly reason: SignInFailureReason;
  constructor(reason: SignInFailureReason, options?: ErrorOptions) {
    super(`Sign-in failed: ${reason}`, options);
    this.name = 'SignInFailure';
    this.reason = reason;
  }
}

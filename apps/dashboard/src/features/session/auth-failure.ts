/** `wrong-password`: the one that was to be changed. `spent`: the link was used or has ended. */
export type AuthFailureReason = 'no-match' | 'wrong-password' | 'spent' | 'too-many' | 'refused' | 'unreachable';

/** Why the sign-in service did not do what it was asked, in kinds that a page has words for. */
export class AuthFailure extends Error {
  readonly reason: AuthFailureReason;
  constructor(reason: AuthFailureReason, options?: ErrorOptions) {
    super(`The sign-in service refused: ${reason}`, options);
    this.name = 'AuthFailure';
    this.reason = reason;
  }
}

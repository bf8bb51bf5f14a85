/** A bearer token that proves nothing. Told to the caller in these words alone, whatever was wrong with it. */
export class TokenRefused extends Error {
  constructor(cause?: unknown) {
    super('Sign in again: the bearer token is missing, expired or not valid here.', { cause });
    this.name = 'TokenRefused';
  }
}

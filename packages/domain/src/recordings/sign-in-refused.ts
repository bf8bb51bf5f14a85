/** The provider turned down the connection's credential, or the lack of one: no attempt goes better until the connection is mended. */
export class SignInRefused extends Error {
  readonly reason = 'sign-in-refused';
  constructor(message: string) {
    super(message);
    this.name = 'SignInRefused';
  }
}

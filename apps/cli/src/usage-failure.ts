/** The command was called in a way that can't be right; told in one line, exit 2. */
export class UsageFailure extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'UsageFailure';
  }
}

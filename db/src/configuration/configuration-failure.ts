/** Something the operator must set right before anything can start; told in one line, exit 2. */
export class ConfigurationFailure extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'ConfigurationFailure';
  }
}

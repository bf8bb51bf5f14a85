/** The work was done, and what it found is bad: exit 1, with nothing more to say than the result that was printed. */
export class CommandFailed extends Error {
  constructor() {
    super('the command found something that must be set right');
    this.name = 'CommandFailed';
  }
}

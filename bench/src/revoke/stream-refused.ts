/** A stream was answered with another status than 200. */
export class StreamRefused extends Error {
  readonly status: number;
  constructor(status: number) {
    super(`a stream was answered with ${status}`);
    this.status = status;
  }
}

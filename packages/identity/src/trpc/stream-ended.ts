/** Ends a stream without a word: tRPC tells neither an error nor an end, so that the client connects again by itself. */
export class StreamEnded extends Error {
  constructor(why: string) {
    super(`The stream ended: ${why}.`);
    // tRPC's name for what is no error of the stream.
    this.name = 'AbortError';
  }
}

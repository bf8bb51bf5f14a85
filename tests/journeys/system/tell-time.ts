/** A time that a person would like to know, printed beside the tests and never asserted. */
export function tellTime(what: string, milliseconds: number): void {
  process.stdout.write(`journey: ${what} after ${Math.round(milliseconds)} ms\n`);
}

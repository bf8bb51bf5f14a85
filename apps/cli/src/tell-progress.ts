/** Progress goes to standard error, so that standard output holds the result alone. */
export function tellProgress(line: string): void {
  process.stderr.write(`${line}\n`);
}

/** Progress goes to standard error, so that standard output holds the ready line and the sign-ins alone. */
export function tellProgress(line: string): void {
  process.stderr.write(`${line}\n`);
}

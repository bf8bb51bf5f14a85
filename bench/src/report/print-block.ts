/** A title and lines on the screen, with an empty line before. */
export function printBlock(title: string, lines: readonly string[]): void {
  process.stdout.write(`\n${[title, ...lines].join('\n')}\n`);
}

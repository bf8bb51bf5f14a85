import path from 'node:path';

export interface DocumentedTest {
  /** From the repository's root. */
  readonly file: string;
  readonly title: string;
}

const LINK = /\]\((\.\.\/[^)]+\.test\.ts)\)|“([^”]+)”/g;

/** The tests that a page of docs/ names: a link to the file, and behind it the titles, in curly quotes. */
export function documentedTests(page: string): DocumentedTest[] {
  const named: DocumentedTest[] = [];
  let file: string | undefined;
  for (const [, link, title] of page.matchAll(LINK)) {
    if (link !== undefined) file = path.posix.join('docs', link);
    else if (title !== undefined && file !== undefined) named.push({ file, title });
  }
  return named;
}

/** Whether a source has a text of exactly these words, in whichever quotes. */
export function hasTitle(source: string, title: string): boolean {
  return [`'${title.replaceAll("'", String.raw`\'`)}'`, `"${title}"`, `\`${title}\``].some((written) => source.includes(written));
}

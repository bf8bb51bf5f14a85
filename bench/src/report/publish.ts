import { readFile, writeFile } from 'node:fs/promises';

const ROOT = new URL('../../../', import.meta.url);
const BEGIN = '<!-- figures of npm run bench: begin -->\n';
const END = '<!-- figures of npm run bench: end -->';

/** Puts the picture and the tables of a run into the README, between its marks. @throws Error where the marks are missing. */
export async function publish(picture: string, tables: string, machine: string): Promise<void> {
  const readme = new URL('README.md', ROOT);
  const text = await readFile(readme, 'utf8');
  const [begin, end] = [text.indexOf(BEGIN), text.indexOf(END)];
  if (begin < 0 || end < begin) throw new Error('README.md has no place for the figures of the bench');
  const told = `Measured on ${machine}, ${new Date().toISOString().slice(0, 10)}.\n\n${tables}`;
  await writeFile(readme, text.slice(0, begin) + BEGIN + told + text.slice(end));
  await writeFile(new URL('docs/pictures/performance.svg', ROOT), picture);
}

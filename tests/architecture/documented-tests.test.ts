import { expect, test } from 'vitest';
import { documentedTests, hasTitle } from './documented-tests.ts';
import { readSources } from './read-sources.ts';

const tests = new Map(readSources(/\.test\.ts$/).map(({ path, source }) => [path, source]));
const pages = readSources(/^docs\/[^/]+\.md$/);

test('every test that the checklist, or another page, names exists', () => {
  const named = pages.flatMap(({ source }) => documentedTests(source));
  expect(named.length).toBeGreaterThan(30);
  expect(named.filter(({ file, title }) => !hasTitle(tests.get(file) ?? '', title))).toEqual([]);
});

test('every file that a page links to exists', () => {
  const files = readSources(/./).map(({ path }) => path);
  const all = new Set(files.flatMap((file) => [file, ...foldersOf(file)]));
  const links = pages.flatMap(({ source }) => [...source.matchAll(/\]\(\.\.\/([^)]+)\)/g)].map(([, link = '']) => link));
  expect(links.filter((link) => !all.has(link))).toEqual([]);
});

test('a test that was renamed, or a file that is gone, is missed', () => {
  const [named] = documentedTests('see [a](../tests/a.test.ts): “one”');
  expect(named).toEqual({ file: 'tests/a.test.ts', title: 'one' });
  expect(hasTitle(`test('one more', work);`, 'one')).toBe(false);
  expect(hasTitle(`test("one", work);`, 'one')).toBe(true);
});

/** `a` and `a/b` of `a/b/c.ts`. */
function foldersOf(file: string): string[] {
  const parts = file.split('/');
  return parts.slice(1).map((_, index) => parts.slice(0, index + 1).join('/'));
}

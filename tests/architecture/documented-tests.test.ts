import { expect, test } from 'vitest';
import { documentedTests, hasTitle } from './documented-tests.ts';
import { readSources } from './read-sources.ts';

const tests = new Map(readSources(/\.test\.ts$/).map(({ path, source }) => [path, source]));
const [page] = readSources(/^docs\/tenant-isolation\.md$/);

test('every test that the checklist names exists', () => {
  const named = documentedTests(page?.source ?? '');
  expect(named.length).toBeGreaterThan(30);
  expect(named.filter(({ file, title }) => !hasTitle(tests.get(file) ?? '', title))).toEqual([]);
});

test('every file that the checklist links to exists', () => {
  const all = new Set(readSources(/./).map(({ path }) => path));
  const links = [...(page?.source ?? '').matchAll(/\]\(\.\.\/([^)]+)\)/g)].map(([, link = '']) => link);
  expect(links.filter((link) => !all.has(link))).toEqual([]);
});

test('a test that was renamed, or a file that is gone, is missed', () => {
  const [named] = documentedTests('see [a](../tests/a.test.ts): “one”');
  expect(named).toEqual({ file: 'tests/a.test.ts', title: 'one' });
  expect(hasTitle(`test('one more', work);`, 'one')).toBe(false);
  expect(hasTitle(`test("one", work);`, 'one')).toBe(true);
});

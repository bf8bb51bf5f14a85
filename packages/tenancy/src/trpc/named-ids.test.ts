import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { namedIds } from './named-ids.ts';

const [one, two, three] = [randomUUID(), randomUUID(), randomUUID()];
const sorted = (input: unknown) => namedIds(input).toSorted();

test.each([
  ['alone', one, [one]],
  ['as a field', { id: one, name: 'Ada' }, [one]],
  ['nested, in lists and twice', { filter: { ids: [one, two, one], all: [{ deep: [{ id: three }] }] } }, [one, two, three]],
  ['under its own name', { [one]: true }, [one]],
  ['in capitals', { id: one.toUpperCase() }, [one]],
  ['within a text', { lastEventId: `${one}:1795560000000:${two}` }, [one, two]],
  ['within an encoded cursor', { cursor: Buffer.from(`${one}|1795560000000|${two}`).toString('base64url') }, [one, two]],
])('an id is found %s', (_where, input, expected) => {
  expect(sorted(input)).toEqual(expected.toSorted());
});

test.each([[undefined], [null], [1], ['Ada'], [{}], [{ search: '+4915112345678', limit: 50 }], [{ token: 'x'.repeat(64) }]])(
  'nothing is found in %j',
  (input) => {
    expect(namedIds(input)).toEqual([]);
  },
);

test('an input of any size and depth is looked through so far and no further', () => {
  const ids = Array.from({ length: 10_000 }, () => randomUUID());
  expect(namedIds({ ids })).toHaveLength(50);
  let deep: unknown = one;
  for (let level = 0; level < 5_000; level += 1) deep = [deep];
  expect(namedIds({ deep, text: 'a'.repeat(1_000_000), many: Array.from({ length: 100_000 }, () => 'x'.repeat(50)) })).toEqual([]);
});

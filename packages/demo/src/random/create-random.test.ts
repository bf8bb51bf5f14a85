import { expect, test } from 'vitest';
import { createRandom } from './create-random.ts';

function draw(name: string): number[] {
  const random = createRandom(name);
  return Array.from({ length: 20 }, () => random.next());
}

test('the same name gives the same stream, another name another', () => {
  expect(draw('tuesday')).toEqual(draw('tuesday'));
  expect(draw('tuesday')).not.toEqual(draw('wednesday'));
});

test('chance is spread over all that may be picked, by weight', () => {
  const random = createRandom('dice');
  const throws = Array.from({ length: 6000 }, () =>
    random.pickWeighted([
      ['often', 3],
      ['rarely', 1],
    ]),
  );
  expect(throws.filter((thrown) => thrown === 'rarely').length).toBeGreaterThan(1300);
  expect(throws.filter((thrown) => thrown === 'rarely').length).toBeLessThan(1700);
  expect(new Set(Array.from({ length: 200 }, () => random.whole(1, 6)))).toEqual(new Set([1, 2, 3, 4, 5, 6]));
});

import { expect, test } from 'vitest';
import { wavePath } from './wave-path.ts';

/** Heights above and below the axis, bar by bar. */
function heights(path: string): [number, number][] {
  return [...path.matchAll(/v-([\d.]+)m0 [\d.]+v([\d.]+)/g)].map(([, up, down]) => [Number(up), Number(down)]);
}

test('the first of two channels goes up, the second down', () => {
  expect(
    heights(
      wavePath(
        [
          [255, 0],
          [0, 255],
        ],
        2,
      ),
    ),
  ).toEqual([
    [26, 0.6],
    [0.6, 26],
  ]);
});

test('one channel goes both ways', () => {
  expect(heights(wavePath([[255, 128]], 2))).toEqual([
    [26, 26],
    [13.1, 13.1],
  ]);
});

test('a bar is as high as the loudest that falls into it, and none is left out', () => {
  const levels = Array.from({ length: 1999 }, (_, index) => (index === 1998 ? 255 : 1));
  const drawn = heights(wavePath([levels], 300));
  expect(drawn).toHaveLength(300);
  expect(drawn.at(-1)).toEqual([26, 26]);
  expect(drawn.filter(([up]) => up > 20)).toHaveLength(1);
});

test('fewer levels than bars fill the whole width', () => {
  expect(heights(wavePath([[255]], 4))).toHaveLength(4);
  expect(heights(wavePath([[]], 2))).toEqual([
    [0.6, 0.6],
    [0.6, 0.6],
  ]);
});

test('a quiet recording is drawn quiet', () => {
  expect(heights(wavePath([[8]], 1))[0]?.[0]).toBeLessThan(10);
});

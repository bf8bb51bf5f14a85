import { expect, test } from 'vitest';
import { createSealing, SealBroken } from './index.ts';

const [KEY, OLD_KEY] = [Buffer.alloc(32, 1), Buffer.alloc(32, 2)];
const SECRET = 'a provider’s secret';

test('a secret comes out as it went in, and looks different every time', () => {
  const sealing = createSealing(KEY);
  const sealed = sealing.seal(SECRET);
  expect(sealed.includes(SECRET.slice(0, 5))).toBe(false);
  expect(sealing.open(sealed)).toBe(SECRET);
  expect(sealing.seal(SECRET).equals(sealed)).toBe(false);
});

test('whichever bit is changed, it stays shut', () => {
  const sealing = createSealing(KEY);
  const sealed = sealing.seal(SECRET);
  for (let index = 0; index < sealed.length; index += 1) {
    const changed = Buffer.from(sealed);
    changed.writeUInt8(changed.readUInt8(index) ^ 1, index);
    expect(() => sealing.open(changed)).toThrow(SealBroken);
  }
  for (const cut of [Buffer.alloc(0), sealed.subarray(0, 20), sealed.subarray(0, -1)]) expect(() => sealing.open(cut)).toThrow(SealBroken);
});

test('during a rotation what the previous key sealed is opened; afterwards it isn’t', () => {
  const sealed = createSealing(OLD_KEY).seal(SECRET);
  expect(createSealing(KEY, OLD_KEY).open(sealed)).toBe(SECRET);
  expect(() => createSealing(KEY).open(sealed)).toThrow(SealBroken);
});

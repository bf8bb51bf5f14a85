import { expect, test } from 'vitest';
import { isFailure } from '@ringfence/domain';
import { asUnavailable } from './as-unavailable.ts';

test.each([
  ['ENOSPC', 'The storage is full (ENOSPC).'],
  ['EDQUOT', 'The storage is full (EDQUOT).'],
  ['EROFS', 'The storage refuses us (EROFS).'],
  ['EIO', 'The storage cannot be reached (EIO).'],
])('a disk that says %s makes work wait, and says why', async (code, message) => {
  const failing = asUnavailable(() => Promise.reject(Object.assign(new Error('write /secret/path'), { code })));
  const failure: unknown = await failing.catch((error: unknown) => error);
  expect(failure).toMatchObject({ kind: 'unavailable', reason: 'internal', message });
  expect(isFailure(failure)).toBe(true);
});

test('what is no trouble of the disk stays what it is', async () => {
  const bug = new TypeError('a bug');
  await expect(asUnavailable(() => Promise.reject(bug))).rejects.toBe(bug);
});

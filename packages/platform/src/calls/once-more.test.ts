import { StatementFailed } from '@ringfence/tenancy';
import { expect, test } from 'vitest';
import { onceMore } from './once-more.ts';

function failing(code: string, times: number): () => Promise<string> {
  let left = times;
  return () => {
    left -= 1;
    return left >= 0 ? Promise.reject(new StatementFailed({ code })) : Promise.resolve('kept');
  };
}

test.each(['40P01', '40001', '23503'])('a message that lost a race in the database (%s) is taken at the second try', async (code) => {
  expect(await onceMore(failing(code, 1))).toBe('kept');
});

test('what fails twice, or for another reason, is told', async () => {
  await expect(onceMore(failing('40P01', 2))).rejects.toThrow(StatementFailed);
  await expect(onceMore(failing('23514', 1))).rejects.toThrow(StatementFailed);
});

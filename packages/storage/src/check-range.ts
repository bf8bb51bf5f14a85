import { InvalidInput } from '@ringfence/domain';
import type { ByteRange } from './storage.ts';

/** @throws InvalidInput for what isn't one. */
export function checkRange({ start, end }: ByteRange): void {
  const isRange = Number.isSafeInteger(start) && Number.isSafeInteger(end) && start >= 0 && start <= end;
  if (!isRange) throw new InvalidInput('range', 'must be two whole numbers, the first not above the second');
}

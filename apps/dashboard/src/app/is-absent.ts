import { failureOf } from '@ringfence/client';

/** What is absent, another organisation's, or can't be an id at all: three things that look the same from here. */
export function isAbsent(error: unknown): boolean {
  const kind = failureOf(error)?.kind;
  return kind === 'not-found' || kind === 'invalid-input';
}

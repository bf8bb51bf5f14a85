import { expect, test } from 'vitest';
import { condenseSteps } from './condense-steps.ts';

test('an attempt is one line once it has an end, and its beginning counts while it runs or when its worker was lost', () => {
  const steps = [
    { kind: 'received', attempt: 0 },
    { kind: 'claimed', attempt: 1 },
    { kind: 'failed', attempt: 1 },
    { kind: 'claimed', attempt: 2 },
    { kind: 'freed', attempt: 2 },
    { kind: 'claimed', attempt: 3 },
    { kind: 'stored', attempt: 3 },
    { kind: 'claimed', attempt: 4 },
  ] as const;
  expect(condenseSteps(steps).map(({ kind, attempt }) => `${kind} ${attempt}`)).toEqual([
    'received 0',
    'failed 1',
    'claimed 2',
    'freed 2',
    'stored 3',
    'claimed 4',
  ]);
});

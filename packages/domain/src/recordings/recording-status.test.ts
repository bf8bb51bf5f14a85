import { describe, expect, test } from 'vitest';
import { statusesBefore } from './recording-status.ts';

describe('the life of a recording', () => {
  test('only a worker that took it can store or fail it', () => {
    expect(statusesBefore('stored')).toEqual(['processing']);
    expect(statusesBefore('failed')).toEqual(['processing']);
  });

  test('it is tried again after an attempt, after it failed and after it was lost, and taken only while it waits', () => {
    expect(statusesBefore('pending')).toEqual(['processing', 'stored', 'failed']);
    expect(statusesBefore('processing')).toEqual(['pending']);
  });
});

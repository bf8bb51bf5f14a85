import { describe, expect, test } from 'vitest';
import { RECORDING_STATUSES, statusesBefore } from './recording-status.ts';

describe('the life of a recording', () => {
  test('only a worker that took it can store or fail it', () => {
    expect(statusesBefore('stored')).toEqual(['processing']);
    expect(statusesBefore('failed')).toEqual(['processing']);
  });

  test('it is tried again after an attempt or after it failed, and taken only while it waits', () => {
    expect(statusesBefore('pending')).toEqual(['processing', 'failed']);
    expect(statusesBefore('processing')).toEqual(['pending']);
  });

  test('nothing leaves stored', () => {
    for (const to of RECORDING_STATUSES) expect(statusesBefore(to)).not.toContain('stored');
  });
});

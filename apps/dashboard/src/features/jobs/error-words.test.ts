import { expect, test } from 'vitest';
import { errorWords } from './error-words.ts';

test.each([
  ['DownloadFailed: The provider answered with status 503.', 'The provider answered with status 503.'],
  ['JobPostponed: The job was put off for 1140993.57 ms.', 'Put off until what it waits for is there.'],
  ['The worker was lost while it ran this job.', 'The worker was lost while it ran this job.'],
])('%s', (told, shown) => {
  expect(errorWords(told)).toBe(shown);
});

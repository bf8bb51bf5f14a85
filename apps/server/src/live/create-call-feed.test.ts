import { randomUUID } from 'node:crypto';
import { RateLimited } from '@ringfence/domain';
import { expect, test } from 'vitest';
import { createCallFeed } from './create-call-feed.ts';

test('an organisation with two hundred streams gets no further one until one ends, and costs another organisation nothing', () => {
  const feed = createCallFeed('postgres://never.opened/database', () => {});
  const [crowded, quiet] = [randomUUID(), randomUUID()];
  const pages = Array.from({ length: 200 }, () => new AbortController());
  for (const { signal } of pages) feed.watch(crowded, signal);
  expect(() => feed.watch(crowded, new AbortController().signal)).toThrow(RateLimited);
  expect(() => feed.watch(quiet, new AbortController().signal)).not.toThrow();
  pages[0]?.abort();
  expect(() => feed.watch(crowded, new AbortController().signal)).not.toThrow();
});

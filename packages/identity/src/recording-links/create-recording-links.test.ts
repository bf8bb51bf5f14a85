import { randomUUID } from 'node:crypto';
import { afterEach, expect, test, vi } from 'vitest';
import { createRecordingLinks } from './create-recording-links.ts';

const [KEY, OLD_KEY] = [Buffer.alloc(32, 1), Buffer.alloc(32, 2)];
const link = { recordingId: randomUUID(), orgId: randomUUID(), actor: { kind: 'user', id: randomUUID() } } as const;
const { orgId, actor } = link;

afterEach(() => {
  vi.useRealTimers();
});

test('a link lets its member in to its recording for five minutes', () => {
  vi.useFakeTimers();
  const links = createRecordingLinks(KEY);
  const { token, expiresAt } = links.sign(link);
  expect(expiresAt.getTime() - Date.now()).toBeLessThanOrEqual(300_000);
  expect(links.verify(link.recordingId, token)).toEqual({ orgId, actor });
  vi.setSystemTime(expiresAt.getTime() - 1);
  expect(links.verify(link.recordingId, token)).toEqual({ orgId, actor });
  vi.setSystemTime(expiresAt.getTime());
  expect(links.verify(link.recordingId, token)).toBeNull();
});

test('changing anything of it ends it', () => {
  const links = createRecordingLinks(KEY);
  const { token } = links.sign(link);
  const parts = token.split('.');
  expect(links.verify(randomUUID(), token)).toBeNull();
  for (const [index, other] of [randomUUID(), `user_${randomUUID()}`, String(Number(parts[2]) + 10), 'A'.repeat(43)].entries()) {
    expect(links.verify(link.recordingId, parts.with(index, other).join('.'))).toBeNull();
  }
  for (const other of ['', '...', `${token}.`, `${token}x`, token.slice(0, -1), parts.slice(0, 3).join('.')]) {
    expect(links.verify(link.recordingId, other)).toBeNull();
  }
});

test('a rotation leaves links as they are, once', () => {
  const { token } = createRecordingLinks(OLD_KEY).sign(link);
  expect(createRecordingLinks(KEY, OLD_KEY).verify(link.recordingId, token)).toEqual({ orgId, actor });
  expect(createRecordingLinks(KEY).verify(link.recordingId, token)).toBeNull();
});

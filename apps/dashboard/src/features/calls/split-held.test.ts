import { expect, test } from 'vitest';
import { callItem } from './call-item.fixture.ts';
import { splitHeld } from './split-held.ts';

const newer = callItem({ id: 'b', startedAt: '2026-11-17T12:30:00.000Z' });
const read = callItem({ id: 'a', startedAt: '2026-11-17T12:10:00.000Z' });
const older = callItem({ id: '0', startedAt: '2026-11-17T12:00:00.000Z' });

test('what comes above the row being read waits; nothing waits at the top', () => {
  expect(splitHeld([newer, read, older], read)).toEqual({ held: [newer], shown: [read, older] });
  expect(splitHeld([newer, read, older], null)).toEqual({ held: [], shown: [newer, read, older] });
});

import { expect, test, vi } from 'vitest';
import { countedFlags, fairSlots } from './fair-slots.ts';

const nothing: string[] = [];

test('ATK-085 one organisation never holds more than half of the slots, and what leaves makes room', async () => {
  const slots = fairSlots(4, () => {});
  for (const held of [1, 2]) {
    expect(await slots.beginLook(), `before job ${held}`).not.toContain('org:a');
    slots.endLook(['org:a']);
  }
  expect(await slots.beginLook()).toContain('org:a');
  slots.endLook(['org:b']);
  slots.leave(['org:a']);
  expect(await slots.beginLook()).not.toContain('org:a');
});

test('ATK-085 slots that look at the same moment hold no more: what a look may find counts as found', async () => {
  const slots = fairSlots(4, () => {});
  const looks = [slots.beginLook(), slots.beginLook(), slots.beginLook(), slots.beginLook()];
  const begun = vi.fn<(index: number) => void>();
  for (const [index, look] of looks.entries()) void look.then(() => begun(index));
  await looks[1];
  expect(begun.mock.calls.flat()).toEqual([0, 1]);
  slots.endLook(['org:a']);
  slots.endLook(['org:a']);
  expect(await looks[2]).toContain('org:a');
  expect(await looks[3]).toContain('org:a');
});

test('a slot that found nothing else is told when there is room again', async () => {
  const onRoom = vi.fn<() => void>();
  const slots = fairSlots(2, onRoom);
  await slots.beginLook();
  slots.endLook(['org:a']);
  expect(await slots.beginLook()).toContain('org:a');
  slots.endLook(nothing);
  expect(onRoom).not.toHaveBeenCalled();
  slots.leave(['org:a']);
  await slots.beginLook();
  slots.endLook(['org:b']);
  expect(onRoom).toHaveBeenCalledTimes(1);
});

test('ATK-081 no worker runs two jobs that took workers down, and a single slot runs any', async () => {
  const slots = fairSlots(4, () => {});
  await slots.beginLook();
  expect(await slots.beginLook(), 'while another look may find one').toContain('suspect');
  slots.endLook(['org:a', 'suspect']);
  slots.endLook(nothing);
  expect(await slots.beginLook()).toContain('suspect');
  slots.endLook(nothing);
  slots.leave(['org:a', 'suspect']);
  expect(await slots.beginLook()).not.toContain('suspect');
  const single = fairSlots(1, () => {});
  expect(await single.beginLook()).toEqual([]);
});

test('flags that say other things of a job are not counted', () => {
  expect(countedFlags({ 'org:a': true, suspect: true, crashes: 2, maxAttempts: 5 })).toEqual(['org:a', 'suspect']);
  expect(countedFlags(null)).toEqual([]);
});

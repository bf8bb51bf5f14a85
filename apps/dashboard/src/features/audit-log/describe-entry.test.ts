import { expect, test } from 'vitest';
import { describeEntry } from './describe-entry.ts';

const ENTRY = { action: 'crossing.attempt', actorKind: 'user', actorName: 'Marcus Bell', address: '203.0.113.24', detail: {} };

test('an attempt to cross is told plainly: who, from where, how often, and that nothing was shown', () => {
  expect(describeEntry({ ...ENTRY, detail: { surface: 'procedure', count: 4 } })).toEqual({
    title: 'Something of another organisation was asked for',
    note: '4 times. Nothing was shown or changed.',
    who: 'Marcus Bell',
    from: 'Member · 203.0.113.24',
    isCrossing: true,
    answer: 'Not found',
  });
});

test('of an outsider nothing is told, and it is said that it is not', () => {
  const named = { ...ENTRY, action: 'crossing.named', actorKind: 'outsider', actorName: null, address: null };
  expect(describeEntry(named)).toMatchObject({ who: 'Someone elsewhere', from: 'not told to you' });
});

test('a change says what it was', () => {
  const changed = { ...ENTRY, action: 'member.change-role', detail: { from: 'agent', to: 'viewer' } };
  expect(describeEntry(changed)).toMatchObject({ title: 'Role changed', note: 'From agent to viewer', isCrossing: false, answer: 'Done' });
  expect(describeEntry({ ...ENTRY, action: 'thing.invent', actorName: null })).toMatchObject({
    title: 'thing invent',
    who: 'Someone who is gone',
  });
});

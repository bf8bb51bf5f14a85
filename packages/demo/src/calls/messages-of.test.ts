import type { CallEvent } from '@ringfence/domain/calls';
import { expect, test } from 'vitest';
import { understandMessage } from '../loading/understand-message.ts';
import { DEMO_ORGANIZATIONS } from '../organizations/demo-organizations.ts';
import { messagesOf } from './messages-of.ts';
import { planCalls } from './plan-calls.ts';

const UNTIL = new Date('2026-11-25T01:04:12Z');

function eventsOf(...[organization, call]: Parameters<typeof messagesOf>): CallEvent[] {
  return messagesOf(organization, call).map((message) => {
    const understood = understandMessage(message);
    if (understood.kind !== 'event') throw new Error(`${message.body.toString()} was ${understood.kind}`);
    return understood.event;
  });
}

test.each(DEMO_ORGANIZATIONS)('our readers understand every message about the calls of $name, and each is told once', (organization) => {
  const events = planCalls(organization, UNTIL).flatMap((call) => eventsOf(organization, call));
  expect(events.length).toBeGreaterThan(250);
  expect(new Set(events.map((event) => event.dedupeKey)).size).toBe(events.length);
});

test.each(DEMO_ORGANIZATIONS)('what the providers of $name tell is what happened', (organization) => {
  for (const call of planCalls(organization, UNTIL)) {
    const events = eventsOf(organization, call);
    const told = events.map((event) => event.leg.status).findLast((status) => status !== 'in-progress');
    expect(told === 'completed' ? 'answered' : told).toBe(call.outcome);
    const transcript = events.flatMap((event) => event.transcript ?? []);
    if (call.talk) expect(transcript).toEqual(call.talk.segments);
    expect(events.filter((event) => event.recording)).toHaveLength(call.recording === 'none' ? 0 : 1);
    const agents = new Set(events.flatMap((event) => event.leg.agentName ?? []));
    if (call.outcome === 'answered')
      expect([...agents]).toEqual([call.takenBy === 'assistant' ? organization.assistant.name : call.colleague]);
    const other = events[0]?.[call.direction === 'inbound' ? 'from' : 'to'];
    expect(other?.heard).toBe(call.party);
  }
});

import { expect, test } from 'vitest';
import { BRIGHTWATER_DENTAL } from '../brightwater-dental/organization.ts';
import { HARROW_FINCH } from '../harrow-finch/organization.ts';
import { DEMO_ORGANIZATIONS } from '../organizations/demo-organizations.ts';
import { planCalls } from './plan-calls.ts';

const MOMENTS = ['2026-11-25T01:04:12Z', '2026-03-30T16:20:00Z', '2026-11-02T09:00:00Z', '2027-01-03T23:59:59Z'].map(
  (text) => new Date(text),
);
const CASES = DEMO_ORGANIZATIONS.flatMap((organization) => MOMENTS.map((until) => ({ organization, until, name: organization.name })));

test.each(CASES)('$name has two weeks of calls before $until, and none after', ({ organization, until }) => {
  const calls = planCalls(organization, until);
  expect(calls.length).toBeGreaterThan(100);
  expect(calls.length).toBeLessThan(200);
  const ends = calls.map((call) => call.startedAt.getTime() + call.ringMs + call.talkMs);
  expect(Math.max(...ends)).toBeLessThan(until.getTime());
  expect(Math.min(...calls.map((call) => call.startedAt.getTime()))).toBeGreaterThanOrEqual(until.getTime() - 14 * 86_400_000);
  expect(new Set(calls.map((call) => call.key)).size).toBe(calls.length);
});

test.each(CASES)('every way a call can go is seen at $name before $until', ({ organization, until }) => {
  const outcomes = new Set(planCalls(organization, until).map((call) => call.outcome));
  expect(outcomes).toEqual(new Set(['answered', 'missed', 'voicemail', 'busy', 'failed', 'canceled']));
});

test.each(CASES)('nobody at $name is in two calls at once', ({ organization, until }) => {
  const talking = planCalls(organization, until).filter((call) => call.colleague && call.talkMs > 0);
  for (const call of talking) {
    const end = call.startedAt.getTime() + call.ringMs + call.talkMs;
    const others = talking.filter((other) => other !== call && other.colleague === call.colleague);
    expect(others.filter((other) => other.startedAt >= call.startedAt && other.startedAt.getTime() < end)).toEqual([]);
  }
});

test.each(CASES)('$name keeps some recordings, and few enough to wait for', ({ organization, until }) => {
  const kept = planCalls(organization, until).filter((call) => call.recording !== 'none');
  expect(kept.length).toBeGreaterThanOrEqual(12);
  expect(kept.length).toBeLessThanOrEqual(20);
  expect(kept.reduce((total, call) => total + call.talkMs, 0)).toBeLessThanOrEqual(850_000);
});

test('the same moment gives the same calls', () => {
  const [until = new Date()] = MOMENTS;
  expect(planCalls(HARROW_FINCH, until)).toEqual(planCalls(HARROW_FINCH, until));
});

test('some people call both organisations, from the same number', () => {
  const [until = new Date()] = MOMENTS;
  for (const organization of [HARROW_FINCH, BRIGHTWATER_DENTAL]) {
    expect(planCalls(organization, until).map((call) => call.party)).toContain('+15035550182');
  }
});

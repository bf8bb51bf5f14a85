import fc from 'fast-check';
import { LEG_STATUSES } from './call-status.ts';
import type { LegFacts } from './leg-facts.ts';

/** A leg of which nothing is known but what a test says. */
export function legOf(facts: Partial<LegFacts>): LegFacts {
  return {
    reference: 'CA1',
    parentReference: null,
    relatedReference: null,
    direction: null,
    status: null,
    sequence: null,
    startedAt: null,
    answeredAt: null,
    endedAt: null,
    talkSeconds: null,
    endedReason: null,
    summary: null,
    costMicros: null,
    agentName: null,
    ...facts,
  };
}

/** So many seconds after the calls of the tests began. */
export function second(seconds: number): Date {
  return new Date(Date.UTC(2026, 1, 12, 11, 48, 0) + seconds * 1000);
}

const text = fc.option(fc.string({ unit: fc.constantFrom('a', 'b'), maxLength: 3 }));
const time = fc.option(fc.integer({ min: 0, max: 20 }).map(second));
const count = fc.option(fc.nat({ max: 5 }));

/** Any facts about one leg, with few different values, so that ties are frequent. */
export const anyFacts: fc.Arbitrary<LegFacts> = fc.record({
  reference: fc.constant('CA1'),
  parentReference: text,
  relatedReference: text,
  direction: fc.option(fc.constantFrom('inbound' as const, 'outbound' as const)),
  status: fc.option(fc.constantFrom(...LEG_STATUSES)),
  sequence: count,
  startedAt: time,
  answeredAt: time,
  endedAt: time,
  talkSeconds: count,
  endedReason: text,
  summary: text,
  costMicros: count,
  agentName: text,
});

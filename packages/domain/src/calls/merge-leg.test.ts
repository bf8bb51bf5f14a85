import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { LegFacts } from './leg-facts.ts';
import { anyFacts, legOf, second } from './leg-facts.fixture.ts';
import { mergeLeg } from './merge-leg.ts';

const ringing = legOf({ status: 'ringing', sequence: 0, startedAt: second(0), direction: 'inbound' });
const answered = legOf({ status: 'in-progress', sequence: 1, answeredAt: second(6), direction: 'inbound' });
const completed = legOf({ status: 'completed', sequence: 2, endedAt: second(55), talkSeconds: 49, direction: 'inbound' });
const recorded = legOf({ status: 'in-progress' });

describe('facts about one leg', () => {
  test('any order of the same events, each as often as it likes, gives the same leg', () => {
    fc.assert(
      fc.property(
        fc.array(anyFacts, { minLength: 1, maxLength: 6 }).chain((events) => fc.tuple(fc.constant(events), deliveries(events))),
        ([events, delivered]) => {
          expect(merge(delivered)).toEqual(merge(events));
        },
      ),
      { numRuns: 2000 },
    );
  });

  test('a call rings, is answered, ends: the leg knows all three times', () => {
    expect(merge([completed, recorded, ringing, answered])).toEqual(
      legOf({
        status: 'completed',
        sequence: 2,
        direction: 'inbound',
        startedAt: second(0),
        answeredAt: second(6),
        endedAt: second(55),
        talkSeconds: 49,
      }),
    );
  });

  test("a late answer, or a recording, doesn't reopen what ended", () => {
    expect(merge([completed, { ...answered, sequence: 9 }, recorded]).status).toBe('completed');
  });

  test("of two ends the one that came later by the provider's own order counts", () => {
    const told = legOf({ status: 'completed', sequence: 4 });
    const reported = legOf({ status: 'voicemail', sequence: 5 });
    expect(merge([told, reported]).status).toBe('voicemail');
    expect(merge([reported, told]).status).toBe('voicemail');
  });

  test('an event that knows less takes nothing away', () => {
    const full = legOf({
      ...completed,
      summary: 'A table for two.',
      agentName: 'Ada',
      costMicros: 1200,
      endedReason: 'customer-ended-call',
    });
    expect(merge([full, legOf({ status: 'completed', sequence: 7 })])).toEqual({ ...full, sequence: 7 });
  });
});

function merge(events: readonly LegFacts[]): LegFacts {
  return events.reduce(mergeLeg);
}

/** Every event at least once, some more often, in any order. */
function deliveries(events: readonly LegFacts[]): fc.Arbitrary<LegFacts[]> {
  const extra = fc.array(fc.constantFrom(...events), { maxLength: 4 });
  return extra.chain((more) => fc.shuffledSubarray([...events, ...more], { minLength: events.length + more.length }));
}

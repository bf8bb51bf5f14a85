import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isTerminal } from './is-terminal.ts';
import { anyFacts, legOf, second } from './leg-facts.fixture.ts';
import { summarizeCall } from './summarize-call.ts';

describe('a call, from its legs', () => {
  test('ringing and talking are told apart', () => {
    const leg = legOf({
      status: 'completed',
      direction: 'outbound',
      startedAt: second(0),
      answeredAt: second(10),
      endedAt: second(59),
      talkSeconds: 49,
    });
    expect(summarizeCall([leg])).toMatchObject({
      status: 'completed',
      direction: 'outbound',
      ringSeconds: 10,
      durationSeconds: 49,
      endedAt: second(59),
    });
  });

  test('one that only its end is known of began to talk so many seconds before it; how long it rang nobody told', () => {
    const summary = summarizeCall([legOf({ status: 'completed', endedAt: second(60), talkSeconds: 49 })]);
    expect(summary).toMatchObject({ startedAt: second(11), answeredAt: second(11), ringSeconds: null, durationSeconds: 49 });
  });

  test.each(['missed', 'busy', 'failed', 'canceled'] as const)('a %s call rang and was not talked on', (status) => {
    const summary = summarizeCall([legOf({ status, startedAt: second(0), endedAt: second(30) })]);
    expect(summary).toMatchObject({ status, answeredAt: null, ringSeconds: 30, durationSeconds: 0, endedAt: second(30) });
  });

  test('a call goes on while one of its legs does', () => {
    const [inbound, dialled] = [
      legOf({ reference: 'CA1', status: 'in-progress', startedAt: second(0), answeredAt: second(1) }),
      legOf({
        reference: 'CA2',
        parentReference: 'CA1',
        direction: 'outbound',
        status: 'missed',
        startedAt: second(2),
        endedAt: second(20),
      }),
    ];
    expect(summarizeCall([dialled, inbound])).toMatchObject({
      status: 'in-progress',
      endedAt: null,
      durationSeconds: null,
      ringSeconds: 1,
    });
  });

  test('the leg that no other dialled says which way the call went', () => {
    const inbound = legOf({ reference: 'CA2', direction: 'inbound', status: 'completed', startedAt: second(5), endedAt: second(50) });
    const dialled = legOf({
      reference: 'CA1',
      parentReference: 'CA2',
      direction: 'outbound',
      status: 'completed',
      startedAt: second(1),
      endedAt: second(40),
    });
    expect(summarizeCall([dialled, inbound])).toMatchObject({ direction: 'inbound', endedAt: second(50) });
  });

  test('a call that a machine took is a voicemail, unless somebody else talked', () => {
    const machine = legOf({ reference: 'CA1', status: 'voicemail', endedAt: second(30), talkSeconds: 12 });
    expect(summarizeCall([machine])).toMatchObject({ status: 'voicemail', durationSeconds: 12 });
    const talked = legOf({ reference: 'CA2', parentReference: 'CA1', status: 'completed', endedAt: second(90), talkSeconds: 50 });
    expect(summarizeCall([machine, talked])).toMatchObject({ status: 'completed', durationSeconds: 50 });
  });

  test('any legs in any order give one and the same call, whose times make sense', () => {
    const legs = fc.uniqueArray(
      fc.tuple(anyFacts, fc.nat({ max: 9 })).map(([facts, id]) => ({ ...facts, reference: `CA${id}` })),
      {
        selector: (leg) => leg.reference,
        minLength: 1,
        maxLength: 4,
      },
    );
    fc.assert(
      fc.property(
        legs.chain((all) => fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length }))),
        ([all, shuffled]) => {
          const summary = summarizeCall(all);
          expect(summarizeCall(shuffled)).toEqual(summary);
          expect(summary.endedAt === null || isTerminal(summary.status)).toBe(true);
          expect(summary.durationSeconds === null).toBe(!isTerminal(summary.status));
          expect(summary.ringSeconds ?? 0).toBeGreaterThanOrEqual(0);
          for (const time of [summary.answeredAt, summary.endedAt]) {
            expect(time === null || (summary.startedAt !== null && summary.startedAt <= time)).toBe(true);
          }
        },
      ),
    );
  });
});

import { isTerminal } from './is-terminal.ts';
import { LEG_STATUSES, type LegStatus } from './call-status.ts';
import type { LegFacts } from './leg-facts.ts';

/**
 * Puts a new event's facts onto what is known. Each fact is joined by itself, by an order that looks at nothing else, so that the same
 * events give the same leg in any order, however often each comes.
 */
export function mergeLeg(known: LegFacts, told: LegFacts): LegFacts {
  const { status, sequence } = weightier(known, told);
  return {
    reference: known.reference,
    parentReference: fullest(known.parentReference, told.parentReference),
    relatedReference: fullest(known.relatedReference, told.relatedReference),
    direction: fullest(known.direction, told.direction),
    status,
    sequence,
    startedAt: earliest(known.startedAt, told.startedAt),
    answeredAt: earliest(known.answeredAt, told.answeredAt),
    endedAt: earliest(known.endedAt, told.endedAt),
    talkSeconds: largest(known.talkSeconds, told.talkSeconds),
    endedReason: fullest(known.endedReason, told.endedReason),
    summary: fullest(known.summary, told.summary),
    costMicros: largest(known.costMicros, told.costMicros),
    agentName: fullest(known.agentName, told.agentName),
  };
}

type Standing = Pick<LegFacts, 'status' | 'sequence'>;

/** A status and the sequence it was told with stay together: a later stage weighs more, then the sequence, then a fixed order of outcomes. */
function weightier(a: Standing, b: Standing): Standing {
  const difference = stage(a.status) - stage(b.status) || (a.sequence ?? -1) - (b.sequence ?? -1) || outcome(b.status) - outcome(a.status);
  return difference >= 0 ? a : b;
}

function stage(status: LegStatus | null): number {
  if (status === null) return 0;
  if (isTerminal(status)) return 3;
  return status === 'in-progress' ? 2 : 1;
}

function outcome(status: LegStatus | null): number {
  return status === null ? LEG_STATUSES.length : LEG_STATUSES.indexOf(status);
}

/** The longer text tells more; of two as long the later by alphabet, only so that it is always the same one. */
function fullest<Text extends string>(a: Text | null, b: Text | null): Text | null {
  if (a === null || b === null) return a ?? b;
  if (a.length !== b.length) return a.length > b.length ? a : b;
  return a > b ? a : b;
}

function earliest(a: Date | null, b: Date | null): Date | null {
  if (a === null || b === null) return a ?? b;
  return a <= b ? a : b;
}

function largest(a: number | null, b: number | null): number | null {
  if (a === null || b === null) return a ?? b;
  return Math.max(a, b);
}

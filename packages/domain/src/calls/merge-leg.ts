import { isTerminal } from './is-terminal.ts';
import { LEG_STATUSES, type LegStatus } from './call-status.ts';
import type { LegFacts } from './leg-facts.ts';

/** Puts a new event's facts onto what is known. Commutative and idempotent: any order of the same events gives the same leg. */
export function mergeLeg(known: LegFacts, told: LegFacts): LegFacts {
  const [first, second] = [known, told].toSorted(byWeight) as [LegFacts, LegFacts];
  return {
    reference: known.reference,
    parentReference: second.parentReference ?? first.parentReference,
    relatedReference: second.relatedReference ?? first.relatedReference,
    direction: second.direction ?? first.direction,
    status: second.status ?? first.status,
    sequence: largest(known.sequence, told.sequence),
    startedAt: earliest(known.startedAt, told.startedAt),
    answeredAt: earliest(known.answeredAt, told.answeredAt),
    endedAt: earliest(known.endedAt, told.endedAt),
    talkSeconds: largest(known.talkSeconds, told.talkSeconds),
    endedReason: second.endedReason ?? first.endedReason,
    summary: second.summary ?? first.summary,
    costMicros: largest(known.costMicros, told.costMicros),
    agentName: second.agentName ?? first.agentName,
  };
}

/** A later stage of the call weighs more, then the provider's sequence, then a fixed order of outcomes. */
function byWeight(a: LegFacts, b: LegFacts): number {
  return stage(a.status) - stage(b.status)
    || (a.sequence ?? -1) - (b.sequence ?? -1)
    || outcome(b.status) - outcome(a.status);
}

function stage(status: LegStatus | null): number {
  if (status === null) return 0;
  if (isTerminal(status)) return 3;
  return status === 'in-progress' ? 2 : 1;
}

function outcome(status: LegStatus | null): number {
  return status === null ? LEG_STATUSES.length : LEG_STATUSES.indexOf(status);
}

function earliest(a: Date | null, b: Date | null): Date | null {
  if (a === null || b === null) return a ?? b;
  return a <= b ? a : b;
}

function largest(a: number | null, b: number | null): number | null {
  if (a === null || b === null) return a ?? b;
  return Math.max(a, b);
}

import { isTerminal } from './is-terminal.ts';
import type { CallDirection, CallStatus, LegStatus } from './call-status.ts';
import { leadingFirst } from './leading-first.ts';
import type { LegFacts } from './leg-facts.ts';

/** A conversation, derived from its legs alone. Ringing and talking time are kept apart, whole seconds; null where nobody told. */
export interface CallSummary {
  readonly direction: CallDirection;
  readonly status: CallStatus;
  readonly startedAt: Date | null;
  readonly answeredAt: Date | null;
  readonly endedAt: Date | null;
  readonly ringSeconds: number | null;
  readonly durationSeconds: number | null;
  readonly endedReason: string | null;
  readonly summary: string | null;
  readonly costMicros: number | null;
  readonly agentName: string | null;
}

/** Derives the call. `legs` holds at least one; the leg that no other dialled leads. */
export function summarizeCall(legs: readonly LegFacts[]): CallSummary {
  const ordered = leadingFirst(legs);
  const running = ordered.some((leg) => !isTerminal(leg.status ?? 'ringing'));
  const answeredAt = earliest(ordered.map(answerOf));
  const rangAt = earliest(ordered.map((leg) => leg.startedAt));
  const startedAt = earliest([rangAt, answeredAt, ...ordered.map((leg) => leg.endedAt)]);
  const endedAt = running ? null : latest(ordered.map((leg) => leg.endedAt));
  const status = running ? runningStatus(ordered) : outcome(ordered);
  const ringEnd = answeredAt ?? endedAt;
  return {
    direction: firstOf(ordered, (leg) => leg.direction) ?? 'inbound',
    status,
    startedAt,
    answeredAt,
    endedAt,
    ringSeconds: rangAt && ringEnd ? seconds(rangAt, ringEnd) : null,
    durationSeconds: running ? null : talkingTime(ordered, status, answeredAt, endedAt),
    endedReason: firstOf(ordered, (leg) => leg.endedReason),
    summary: firstOf(ordered, (leg) => leg.summary),
    costMicros: sum(ordered.map((leg) => leg.costMicros)),
    agentName: firstOf(ordered, (leg) => leg.agentName),
  };
}

function answerOf(leg: LegFacts): Date | null {
  if (leg.answeredAt) return leg.answeredAt;
  return leg.endedAt && leg.talkSeconds ? new Date(leg.endedAt.getTime() - leg.talkSeconds * 1000) : null;
}

function runningStatus(legs: readonly LegFacts[]): CallStatus {
  return legs.some((leg) => leg.status === 'in-progress' || leg.status === 'completed') ? 'in-progress' : 'ringing';
}

const OUTCOMES: readonly LegStatus[] = ['completed', 'voicemail'];

/** Somebody who talked decides; otherwise the leading leg does. */
function outcome(legs: readonly LegFacts[]): CallStatus {
  return OUTCOMES.find((status) => legs.some((leg) => leg.status === status)) ?? legs[0]?.status ?? 'ringing';
}

function talkingTime(legs: readonly LegFacts[], status: CallStatus, answeredAt: Date | null, endedAt: Date | null): number {
  if (status !== 'completed' && status !== 'voicemail') return 0;
  const told = Math.max(0, ...legs.map((leg) => leg.talkSeconds ?? 0));
  return told || (answeredAt && endedAt ? seconds(answeredAt, endedAt) : 0);
}

/** What an integer column holds: a provider's clock may be decades off. */
const MOST_SECONDS = 2_147_483_647;

function seconds(from: Date, to: Date): number {
  return Math.min(Math.max(0, Math.round((to.getTime() - from.getTime()) / 1000)), MOST_SECONDS);
}

function firstOf<T>(legs: readonly LegFacts[], read: (leg: LegFacts) => T | null): T | null {
  for (const leg of legs) {
    const value = read(leg);
    if (value !== null) return value;
  }
  return null;
}

function sum(values: readonly (number | null)[]): number | null {
  const known = values.filter((value) => value !== null);
  return known.length ? known.reduce((total, value) => total + value, 0) : null;
}

function earliest(dates: readonly (Date | null)[]): Date | null {
  return dates.filter((date) => date !== null).toSorted((a, b) => a.getTime() - b.getTime())[0] ?? null;
}

function latest(dates: readonly (Date | null)[]): Date | null {
  return dates.filter((date) => date !== null).toSorted((a, b) => b.getTime() - a.getTime())[0] ?? null;
}

import { InvalidInput } from '@ringfence/domain';
import type { CallEvent, LegFacts } from '@ringfence/domain/calls';
import { cleanText } from '../clean-text.ts';
import type { IgnoredMessage } from '../message-reader.ts';
import { readTime, valueAt } from './json-value.ts';
import { readLeg } from './read-leg.ts';
import { statusOfEndedReason } from './status-of-ended-reason.ts';

/** A call's life in Vapi's words, in order; what is told later outweighs what was told before. The report comes last. */
const ORDER = ['queued', 'ringing', 'in-progress', 'forwarding', 'ended'];
export const REPORT_SEQUENCE = ORDER.length;

/** Not a call yet, or no longer one. */
const WITHOUT_CALL = ['scheduled', 'not-found', 'deletion-failed'];

/**
 * Vapi's status update as our event.
 * Source: Vapi's OpenAPI document, ServerMessageStatusUpdate.
 * @throws InvalidInput for a status that isn't known, or without a call.
 */
export function readStatusUpdate(message: unknown, dedupeKey: string): CallEvent | IgnoredMessage {
  const { leg, from, to } = readLeg(message);
  const status = cleanText(valueAt(message, 'status'), 40) ?? 'missing';
  const kind = `status-update:${status}`;
  if (WITHOUT_CALL.includes(status)) return { dedupeKey, ignored: kind, callReference: leg.reference };
  if (!ORDER.includes(status)) throw new InvalidInput('message.status', 'is not a known status');
  const at = readTime(valueAt(message, 'timestamp'));
  const facts = factsOf(status, message, at);
  return {
    dedupeKey,
    kind,
    occurredAt: at,
    leg: { ...leg, sequence: ORDER.indexOf(status), startedAt: leg.startedAt ?? facts.answeredAt ?? null, ...facts },
    from,
    to,
    recording: null,
    transcript: null,
  };
}

function factsOf(status: string, message: unknown, at: Date | null): Partial<LegFacts> {
  const connectedAt = readTime(valueAt(message, 'call', 'startedAt')) ?? readTime(valueAt(message, 'startedAt'));
  if (status === 'in-progress') return { status, answeredAt: connectedAt ?? at };
  if (status === 'forwarding') return { status: 'in-progress', answeredAt: connectedAt };
  if (status !== 'ended') return { status: 'ringing' };
  const endedReason = cleanText(valueAt(message, 'endedReason') ?? valueAt(message, 'call', 'endedReason'), 200);
  const outcome = statusOfEndedReason(endedReason, { answered: connectedAt !== null });
  const talked = outcome === 'completed' || outcome === 'voicemail';
  return {
    status: outcome,
    endedReason,
    answeredAt: talked ? connectedAt : null,
    endedAt: readTime(valueAt(message, 'call', 'endedAt')) ?? at,
  };
}

import type { CallEvent } from '@ringfence/domain/calls';
import { cleanText } from '../clean-text.ts';
import { readNumber, readTime, valueAt } from './json-value.ts';
import { readLeg } from './read-leg.ts';
import { readPlainTranscript } from './read-plain-transcript.ts';
import { readRecordingFacts } from './read-recording-facts.ts';
import { REPORT_SEQUENCE } from './read-status-update.ts';
import { readConversation } from './read-transcript.ts';
import { statusOfEndedReason } from './status-of-ended-reason.ts';

/** What a day of talking hardly reaches, and one statement can still insert. */
const MOST_TURNS = 5_000;

/**
 * Vapi's end-of-call report as our event: outcome, times, transcript, recording, cost. What older and newer messages put in
 * different places is looked for in each.
 * Source: Vapi's OpenAPI document, ServerMessageEndOfCallReport; a recorded report of 2024.
 * @throws InvalidInput when it names no call.
 */
export function readReport(message: unknown, dedupeKey: string): CallEvent {
  const { leg, from, to } = readLeg(message);
  const call = valueAt(message, 'call');
  const told = { startedAt: firstTime(message, call, 'startedAt'), endedAt: firstTime(message, call, 'endedAt') };
  const talk = readConversation(readMessages(message), told.startedAt);
  const plain =
    talk.segments.length > 0 ? [] : readPlainTranscript(valueAt(message, 'artifact', 'transcript') ?? valueAt(message, 'transcript'));
  const segments = [...talk.segments, ...plain].slice(0, MOST_TURNS);
  const endedReason = cleanText(valueAt(message, 'endedReason') ?? valueAt(call, 'endedReason'), 200);
  const status = statusOfEndedReason(endedReason, { answered: told.startedAt !== null || segments.length > 0 });
  const talked = status === 'completed' || status === 'voicemail';
  const answeredAt = talked ? (told.startedAt ?? talk.startedAt) : null;
  const at = readTime(valueAt(message, 'timestamp'));
  const endedAt = told.endedAt ?? talk.endedAt ?? at;
  return {
    dedupeKey,
    kind: 'end-of-call-report',
    occurredAt: at ?? endedAt,
    leg: {
      ...leg,
      status,
      sequence: REPORT_SEQUENCE,
      startedAt: leg.startedAt ?? told.startedAt ?? talk.startedAt,
      answeredAt,
      endedAt,
      talkSeconds: talked ? readSeconds(message) : null,
      endedReason,
      summary: readSummary(message),
      costMicros: readCostMicros(message),
    },
    from,
    to,
    recording: readRecordingFacts(message, leg.reference, endedAt),
    transcript: segments.length > 0 ? segments : null,
  };
}

function readMessages(message: unknown): readonly unknown[] {
  const places = [valueAt(message, 'artifact', 'messages'), valueAt(message, 'messages'), valueAt(message, 'call', 'messages')];
  return (places.find((place) => Array.isArray(place) && place.length > 0) as readonly unknown[] | undefined) ?? [];
}

function firstTime(message: unknown, call: unknown, name: string): Date | null {
  return readTime(valueAt(message, name)) ?? readTime(valueAt(call, name));
}

function readSummary(message: unknown): string | null {
  return (
    cleanText(valueAt(message, 'summary')) ??
    cleanText(valueAt(message, 'analysis', 'summary')) ??
    cleanText(valueAt(message, 'call', 'analysis', 'summary'))
  );
}

/** `durationSeconds` isn't documented, yet sent. */
function readSeconds(message: unknown): number | null {
  const seconds = readNumber(valueAt(message, 'durationSeconds'));
  return seconds !== null && seconds >= 0 && seconds < 1_000_000 ? Math.round(seconds) : null;
}

/** US dollars, in millionths. */
function readCostMicros(message: unknown): number | null {
  const dollars = readNumber(valueAt(message, 'cost')) ?? readNumber(valueAt(message, 'call', 'cost'));
  return dollars !== null && dollars >= 0 && dollars < 1_000_000 ? Math.round(dollars * 1_000_000) : null;
}

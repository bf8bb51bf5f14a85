import { type CallEvent, isTerminal } from '@ringfence/domain/calls';
import { readAddress } from '@ringfence/domain/phone-numbers';
import { colleagueOf, directionOf, statusOf } from './call-words.ts';
import { readCount, readField, readInstant, requireField } from './read-field.ts';
import type { FormFields } from './read-form.ts';
import { CALL_SID } from './sid.ts';

/**
 * A call of Twilio's own list as our event. `start_time` is when it was connected, `duration` its seconds since; ringing began when Twilio
 * made the call, once it had waited its turn.
 * Source: Twilio Voice API, Calls resource; times in RFC 2822 or ISO 8601, `queue_time` in milliseconds.
 * @throws InvalidInput naming the field.
 */
export function readListedCall(call: FormFields, dedupeKey: string): CallEvent {
  const told = requireField(call, 'status', /^[a-z-]{1,40}$/);
  const status = statusOf(told, readField(call, 'answered_by'), 'status');
  const parent = readField(call, 'parent_call_sid');
  const ended = isTerminal(status);
  const talked = status === 'completed' || status === 'voicemail';
  const endedAt = ended ? readInstant(call, 'end_time') : null;
  return {
    dedupeKey,
    kind: `listed:${told}`,
    occurredAt: endedAt ?? readInstant(call, 'start_time'),
    leg: {
      reference: requireField(call, 'sid', CALL_SID),
      parentReference: parent !== null && CALL_SID.test(parent) ? parent : null,
      relatedReference: null,
      direction: directionOf(readField(call, 'direction')),
      status,
      sequence: null,
      startedAt: readStart(call),
      answeredAt: null,
      endedAt,
      talkSeconds: talked ? readCount(call, 'duration') : null,
      endedReason: null,
      summary: null,
      costMicros: null,
      agentName: talked || status === 'in-progress' ? colleagueOf(readField(call, 'to')) : null,
    },
    from: readAddress(readField(call, 'from')),
    to: readAddress(readField(call, 'to')),
    recording: null,
    transcript: null,
  };
}

function readStart(call: FormFields): Date | null {
  const [createdAt, connectedAt] = [readInstant(call, 'date_created'), readInstant(call, 'start_time')];
  if (createdAt === null) return connectedAt;
  const dialledAt = new Date(createdAt.getTime() + (readCount(call, 'queue_time') ?? 0));
  return connectedAt !== null && connectedAt < dialledAt ? connectedAt : dialledAt;
}

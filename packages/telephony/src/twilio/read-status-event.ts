import { type CallEvent, isTerminal } from '@ringfence/domain/calls';
import { readAddress } from '@ringfence/domain/phone-numbers';
import { colleagueOf, directionOf, statusOf } from './call-words.ts';
import { readCount, readField, readInstant, requireField } from './read-field.ts';
import type { FormFields } from './read-form.ts';
import { CALL_SID } from './sid.ts';

/**
 * Twilio's status callback as our event. `CallDuration` is in seconds, and talking alone; `Duration`, in minutes, isn't read.
 * Source: Twilio Voice API, StatusCallback parameters; times in RFC 2822, order by SequenceNumber.
 * @throws InvalidInput naming the parameter.
 */
export function readStatusEvent(form: FormFields): CallEvent {
  const reference = requireField(form, 'CallSid', CALL_SID);
  const told = requireField(form, 'CallStatus', /^[a-z-]{1,40}$/);
  const status = statusOf(told, readField(form, 'AnsweredBy'), 'CallStatus');
  const sequence = readCount(form, 'SequenceNumber');
  const at = readInstant(form, 'Timestamp');
  const ended = isTerminal(status);
  const talked = status === 'completed' || status === 'voicemail';
  return {
    dedupeKey: ['status', reference, sequence, told].filter((part) => part !== null).join(':'),
    kind: `status:${told}`,
    occurredAt: at,
    leg: {
      reference,
      parentReference: readParent(form),
      relatedReference: null,
      direction: directionOf(readField(form, 'Direction')),
      status,
      sequence,
      startedAt: status === 'ringing' ? at : null,
      answeredAt: status === 'in-progress' ? at : null,
      endedAt: ended ? at : null,
      talkSeconds: talked ? readCount(form, 'CallDuration') : null,
      endedReason: ended && !talked ? readEndedReason(form) : null,
      summary: null,
      costMicros: null,
      agentName: talked || status === 'in-progress' ? colleagueOf(readField(form, 'To')) : null,
    },
    from: readAddress(readField(form, 'From') ?? readField(form, 'Caller')),
    to: readAddress(readField(form, 'To') ?? readField(form, 'Called')),
    recording: null,
    transcript: null,
  };
}

function readParent(form: FormFields): string | null {
  const parent = readField(form, 'ParentCallSid');
  return parent !== null && CALL_SID.test(parent) ? parent : null;
}

function readEndedReason(form: FormFields): string | null {
  const sipCode = readCount(form, 'SipResponseCode');
  return sipCode === null ? null : `sip-${sipCode}`;
}

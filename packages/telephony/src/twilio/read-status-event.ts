import { InvalidInput } from '@ringfence/domain';
import { type CallDirection, type CallEvent, isTerminal, type LegStatus } from '@ringfence/domain/calls';
import { readAddress } from '@ringfence/domain/phone-numbers';
import { readCount, readField, readInstant, requireField } from './read-field.ts';
import type { FormFields } from './read-form.ts';
import { CALL_SID } from './sid.ts';

const STATUSES: ReadonlyMap<string, LegStatus> = new Map([
  ['queued', 'ringing'],
  ['initiated', 'ringing'],
  ['ringing', 'ringing'],
  ['in-progress', 'in-progress'],
  ['answered', 'in-progress'],
  ['completed', 'completed'],
  ['busy', 'busy'],
  ['no-answer', 'missed'],
  ['failed', 'failed'],
  ['canceled', 'canceled'],
]);

/** `originating` comes from the telephone network to us, `terminating` goes from us into it. */
const DIRECTIONS: ReadonlyMap<string, CallDirection> = new Map([
  ['inbound', 'inbound'],
  ['outbound-api', 'outbound'],
  ['outbound-dial', 'outbound'],
  ['trunking-originating', 'inbound'],
  ['trunking-terminating', 'outbound'],
]);

/**
 * Twilio's status callback as our event. `CallDuration` is in seconds, and talking alone; `Duration`, in minutes, isn't read.
 * Source: Twilio Voice API, StatusCallback parameters; times in RFC 2822, order by SequenceNumber.
 * @throws InvalidInput naming the parameter.
 */
export function readStatusEvent(form: FormFields): CallEvent {
  const reference = requireField(form, 'CallSid', CALL_SID);
  const told = requireField(form, 'CallStatus', /^[a-z-]{1,40}$/);
  const status = readStatus(form, told);
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
      direction: DIRECTIONS.get(readField(form, 'Direction') ?? '') ?? null,
      status,
      sequence,
      startedAt: status === 'ringing' ? at : null,
      answeredAt: status === 'in-progress' ? at : null,
      endedAt: ended ? at : null,
      talkSeconds: talked ? readCount(form, 'CallDuration') : null,
      endedReason: ended && !talked ? readEndedReason(form) : null,
      summary: null,
      costMicros: null,
      agentName: talked || status === 'in-progress' ? readColleague(form) : null,
    },
    from: readAddress(readField(form, 'From') ?? readField(form, 'Caller')),
    to: readAddress(readField(form, 'To') ?? readField(form, 'Called')),
    recording: null,
    transcript: null,
  };
}

/** A call that a machine or a fax took was completed for Twilio; for us it went to voicemail. */
function readStatus(form: FormFields, told: string): LegStatus {
  const status = STATUSES.get(told);
  if (!status) throw new InvalidInput('CallStatus', 'is not a known status');
  const isMachine = /^(?:machine_|fax$)/.test(readField(form, 'AnsweredBy') ?? '');
  return status === 'completed' && isMachine ? 'voicemail' : status;
}

function readParent(form: FormFields): string | null {
  const parent = readField(form, 'ParentCallSid');
  return parent !== null && CALL_SID.test(parent) ? parent : null;
}

/**
 * Who picked up, where a leg was dialled to a person's browser or app and not to a number: their identity, in which `_` stands for a space.
 * Source: Twilio Voice, `<Client>`; an identity has letters, digits and underscores.
 */
function readColleague(form: FormFields): string | null {
  const identity = /^client:(.{1,200})$/i.exec(readField(form, 'To') ?? '')?.[1];
  return identity?.replaceAll('_', ' ').trim() || null;
}

function readEndedReason(form: FormFields): string | null {
  const sipCode = readCount(form, 'SipResponseCode');
  return sipCode === null ? null : `sip-${sipCode}`;
}

import { InvalidInput } from '@ringfence/domain';
import type { CallEvent } from '@ringfence/domain/calls';
import type { IgnoredMessage } from '../message-reader.ts';
import { readCount, readInstant, requireField } from './read-field.ts';
import type { FormFields } from './read-form.ts';
import { ACCOUNT_SID, CALL_SID, RECORDING_SID } from './sid.ts';

/** Nothing to fetch: not ready yet, or there is no sound. */
const WITHOUT_SOUND = ['in-progress', 'paused', 'processing', 'absent', 'failed', 'deleted'];

/**
 * Twilio's recording callback as our event, or ignored while there is nothing to fetch (`RecordingDuration` is -1 until then).
 * It says of its leg only that there is one: RecordingStartTime is no start of the call.
 * Source: Twilio Voice API, RecordingStatusCallback parameters; durations in whole seconds.
 * @throws InvalidInput naming the parameter.
 */
export function readRecordingEvent(form: FormFields): CallEvent | IgnoredMessage {
  const callReference = requireField(form, 'CallSid', CALL_SID);
  const reference = requireField(form, 'RecordingSid', RECORDING_SID);
  const status = requireField(form, 'RecordingStatus', /^[a-z-]{1,40}$/);
  const [dedupeKey, kind] = [`recording:${reference}:${status}`, `recording:${status}`];
  if (WITHOUT_SOUND.includes(status)) return { dedupeKey, ignored: kind, callReference };
  if (status !== 'completed') throw new InvalidInput('RecordingStatus', 'is not a known status');
  const seconds = readCount(form, 'RecordingDuration');
  const channels = readCount(form, 'RecordingChannels');
  return {
    dedupeKey,
    kind,
    occurredAt: readInstant(form, 'Timestamp'),
    leg: {
      reference: callReference,
      parentReference: null,
      relatedReference: null,
      direction: null,
      status: 'in-progress',
      sequence: null,
      startedAt: null,
      answeredAt: null,
      endedAt: null,
      talkSeconds: null,
      endedReason: null,
      summary: null,
      costMicros: null,
      agentName: null,
    },
    from: null,
    to: null,
    recording: {
      reference,
      url: requireField(form, 'RecordingUrl', /^https?:\/\//i),
      durationMs: seconds === null || seconds > 1_000_000 ? null : seconds * 1000,
      channels: channels === 1 || channels === 2 ? channels : null,
      accountId: requireField(form, 'AccountSid', ACCOUNT_SID),
    },
    transcript: null,
  };
}

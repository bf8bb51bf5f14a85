import type { CallEvent } from '@ringfence/domain/calls';
import type { IgnoredMessage } from '../message-reader.ts';
import type { FormFields } from './read-form.ts';
import { readRecordingEvent } from './read-recording-event.ts';

/** The callback's parameter for each field of the resource. */
const PARAMETERS = {
  sid: 'RecordingSid',
  call_sid: 'CallSid',
  account_sid: 'AccountSid',
  status: 'RecordingStatus',
  duration: 'RecordingDuration',
  channels: 'RecordingChannels',
  media_url: 'RecordingUrl',
  date_updated: 'Timestamp',
} as const;

/**
 * A recording of Twilio's own list, which says what the callback says by other names: hence it is the same event, of the same key, and
 * whichever comes second has no effect.
 * Source: Twilio Voice API, Recordings resource; its examples give media_url without encryption, which the API never needs.
 * @throws InvalidInput naming the callback's parameter.
 */
export function readListedRecording(recording: FormFields): CallEvent | IgnoredMessage {
  const fields = Object.entries(PARAMETERS).flatMap(([field, parameter]) => {
    const [value] = recording.get(field) ?? [];
    return value === undefined ? [] : [[parameter, [value.replace(/^http:\/\/api\.twilio\.com\//, 'https://api.twilio.com/')]] as const];
  });
  return readRecordingEvent(new Map(fields));
}

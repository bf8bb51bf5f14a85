import type { MessageReader } from '../message-reader.ts';
import { readField } from './read-field.ts';
import type { FormFields } from './read-form.ts';
import { readRecordingEvent } from './read-recording-event.ts';

/** Twilio's recording status callbacks. */
export const recordingReader: MessageReader<FormFields> = {
  kindOf: (form) => `recording:${readField(form, 'RecordingStatus')?.slice(0, 40) ?? 'unknown'}`,
  read: ({ content }) => readRecordingEvent(content),
};

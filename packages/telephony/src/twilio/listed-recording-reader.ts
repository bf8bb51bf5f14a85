import type { MessageReader } from '../message-reader.ts';
import { formOfResource } from './form-of-resource.ts';
import { readListedRecording } from './read-listed-recording.ts';

/** Recordings of Twilio's own list. */
export const listedRecordingReader: MessageReader<unknown> = {
  kindOf: () => 'recording:listed',
  read: ({ content }) => readListedRecording(formOfResource(content)),
};

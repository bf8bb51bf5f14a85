import type { MessageReader } from '../message-reader.ts';
import { readField } from './read-field.ts';
import type { FormFields } from './read-form.ts';
import { readStatusEvent } from './read-status-event.ts';

/** Twilio's voice status callbacks. */
export const statusReader: MessageReader<FormFields> = {
  kindOf: (form) => `status:${readField(form, 'CallStatus')?.slice(0, 40) ?? 'unknown'}`,
  read: ({ content }) => readStatusEvent(content),
};

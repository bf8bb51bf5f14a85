import { digestOf } from '../digest-of.ts';
import type { MessageReader } from '../message-reader.ts';
import { formOfResource } from './form-of-resource.ts';
import { readListedCall } from './read-listed-call.ts';

/** Calls of Twilio's own list. What the list says of a call at different times are different events. */
export const listedCallReader: MessageReader<unknown> = {
  kindOf: () => 'listed:call',
  read: ({ raw, content }) => readListedCall(formOfResource(content), `listed:${digestOf(raw)}`),
};

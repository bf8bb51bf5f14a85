import { InvalidInput } from '@ringfence/domain';
import type { CallEvent } from '@ringfence/domain/calls';
import { cleanText } from '../clean-text.ts';
import type { IgnoredMessage, MessageReader, ProviderMessage } from '../message-reader.ts';
import { valueAt } from './json-value.ts';
import { isWithoutEffect } from './is-without-effect.ts';
import { keyOf } from './key-of.ts';
import { readReport } from './read-report.ts';
import { readStatusUpdate } from './read-status-update.ts';
import { typeOf } from './type-of.ts';

/** Vapi's server messages. Two kinds change a call; the others known are ignored, and a kind not known is parked. */
export const vapiReader: MessageReader<unknown> = {
  kindOf: (content) => typeOf(content) ?? 'unknown',
  read: readVapiEvent,
};

/** @throws InvalidInput for a kind, or a shape, that isn't known. */
function readVapiEvent({ raw, content }: ProviderMessage<unknown>): CallEvent | IgnoredMessage {
  const type = typeOf(content);
  if (type === null) throw new InvalidInput('message.type', 'is missing');
  const message = valueAt(content, 'message');
  const dedupeKey = keyOf(type, raw);
  if (type === 'end-of-call-report') return readReport(message, dedupeKey);
  if (type === 'status-update') return readStatusUpdate(message, dedupeKey);
  if (!isWithoutEffect(type)) throw new InvalidInput('message.type', 'is not a known type');
  return { dedupeKey, ignored: type, callReference: cleanText(valueAt(message, 'call', 'id'), 200) };
}

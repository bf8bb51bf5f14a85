import { InvalidInput } from '@ringfence/domain';
import type { CallEvent } from '@ringfence/domain/calls';
import { cleanText } from '../clean-text.ts';
import type { IgnoredMessage, MessageReader, ProviderMessage } from '../message-reader.ts';
import { valueAt } from './json-value.ts';
import { keyOf } from './key-of.ts';
import { readReport } from './read-report.ts';
import { readStatusUpdate } from './read-status-update.ts';

/** Calls of Vapi's own list. An entry holds what a report holds, at its top. */
export const listedCallReader: MessageReader<unknown> = {
  kindOf: () => 'listed:call',
  read: readListedCall,
};

/** @throws InvalidInput for an entry that is no call, or of a status that isn't known. */
function readListedCall({ raw, content }: ProviderMessage<unknown>): CallEvent | IgnoredMessage {
  if (typeof content !== 'object' || content === null) throw new InvalidInput('call', 'is missing');
  const status = cleanText(valueAt(content, 'status'), 40) ?? 'missing';
  const [message, dedupeKey] = [{ ...content, call: content }, keyOf('listed', raw)];
  const told = status === 'ended' ? readReport(message, dedupeKey) : readStatusUpdate(message, dedupeKey);
  return 'ignored' in told ? { ...told, ignored: `listed:${status}` } : { ...told, kind: `listed:${status}` };
}

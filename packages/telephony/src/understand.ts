import { InvalidInput } from '@ringfence/domain';
import type { Understood } from '@ringfence/domain/calls';
import { digestOf } from './digest-of.ts';
import type { MessageReader, ProviderMessage } from './message-reader.ts';

/**
 * Reads a message whose origin was proven. Never throws: what the reader can't take is parked under its body's digest, with a reason
 * that names a field and repeats no value.
 */
export function understand<Content>(reader: MessageReader<Content>, message: ProviderMessage<Content>): Understood {
  try {
    const told = reader.read(message);
    if (!('ignored' in told)) return { kind: 'event', event: told };
    return { kind: 'ignored', dedupeKey: told.dedupeKey, messageKind: told.ignored, callReference: told.callReference };
  } catch (error) {
    // A bug of ours must not cost the provider's message: it is parked too, and can be read again once the bug is mended.
    const reason = error instanceof InvalidInput ? error.message : 'internal';
    return { kind: 'parked', dedupeKey: `parked:${digestOf(message.raw)}`, messageKind: reader.kindOf(message.content), reason };
  }
}

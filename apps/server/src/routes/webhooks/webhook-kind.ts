import type { Provider, RefusalReason } from '@ringfence/domain/connections';
import type { MessageReader } from '@ringfence/telephony';
import type { IncomingHttpHeaders } from 'node:http';

/** A message as it came over the wire, and the addresses that it may have been sent to. */
export interface RawMessage {
  readonly headers: IncomingHttpHeaders;
  readonly contentType: string;
  readonly body: Buffer;
  readonly addresses: readonly string[];
}

/** One kind of webhook: how its origin is proven, how it is read, and what its provider wants to hear. */
export interface WebhookKind<Content> {
  readonly provider: Provider;
  readonly url: string;
  /** Why the message isn't genuine, or null when it is. */
  refusalOf(message: RawMessage, secret: string): Extract<RefusalReason, 'unsigned' | 'wrong-signature'> | null;
  /** Null when the body can't be parsed at all. */
  parse(message: RawMessage): { readonly content: Content } | null;
  readonly reader: MessageReader<Content>;
  /** The JSON to answer with once the message is kept, or null for an empty answer. */
  answer(content: Content): object | null;
}

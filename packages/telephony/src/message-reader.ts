import type { CallEvent } from '@ringfence/domain/calls';

/** One message of a provider: its body as it came, and the same once parsed (a form, a JSON document). */
export interface ProviderMessage<Content> {
  readonly raw: Uint8Array;
  readonly content: Content;
}

/** A message that is known and changes nothing; `ignored` is its kind, `callReference` the leg it speaks of where it names one. */
export interface IgnoredMessage {
  readonly dedupeKey: string;
  readonly ignored: string;
  readonly callReference: string | null;
}

/** Turns one kind of message into our words. `read` throws InvalidInput for what it doesn't understand; `kindOf` never throws. */
export interface MessageReader<Content> {
  kindOf(content: Content): string;
  read(message: ProviderMessage<Content>): CallEvent | IgnoredMessage;
}

export type { IgnoredMessage, MessageReader, ProviderMessage } from './message-reader.ts';
export { type KeptMessage, rereadMessage } from './reread-message.ts';
export { understand } from './understand.ts';

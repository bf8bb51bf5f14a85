export type { IgnoredMessage, MessageReader, ProviderMessage } from './message-reader.ts';
export { understand } from './understand.ts';

export { CALLS_CHANNEL } from './announce-change.ts';
export { callsRouter } from './calls.router.ts';
export { listCalls } from './list-calls.ts';
export { onceMore } from './once-more.ts';
export type { ProviderMessage } from './provider-message.ts';
export { receiveEvent, type Received } from './receive-event.ts';
export type { CallItem } from './select-calls.ts';

export { CALL_DIRECTIONS, CALL_STATUSES, type CallDirection, type CallStatus, LEG_STATUSES, type LegStatus } from './call-status.ts';
export type { CallEvent, RecordingFacts } from './call-event.ts';
export { GetCall } from './get-call.ts';
export { isTerminal } from './is-terminal.ts';
export type { LegFacts } from './leg-facts.ts';
export { ListCalls } from './list-calls.ts';
export { mergeLeg } from './merge-leg.ts';
export { type CallSummary, summarizeCall } from './summarize-call.ts';
export { WatchCalls } from './watch-calls.ts';

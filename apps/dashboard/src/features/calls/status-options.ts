import { CALL_STATUSES, type CallStatus } from '@ringfence/domain/calls';
import { callOutcome } from './call-outcome.ts';

/** What the filter *Status* offers, in the words of the list. */
export const STATUS_OPTIONS: readonly { readonly value: CallStatus; readonly label: string }[] = CALL_STATUSES.map((status) => ({
  value: status,
  label: callOutcome(status).word,
}));

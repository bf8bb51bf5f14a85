import type { CallStatus } from './call-status.ts';
import { isTerminal } from './is-terminal.ts';

/** A call's status after news of it: one whose end was never told stays so until an end is, and doesn't come back to life. */
export function statusAfter(known: CallStatus | undefined, derived: CallStatus): CallStatus {
  return known === 'end-unknown' && !isTerminal(derived) ? known : derived;
}

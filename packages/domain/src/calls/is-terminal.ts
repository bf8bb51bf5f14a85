import type { CallStatus } from './call-status.ts';

/** Whether a status is an end: nothing moves on from there. */
export function isTerminal(status: CallStatus): boolean {
  return status !== 'ringing' && status !== 'in-progress';
}

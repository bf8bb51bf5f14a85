import type { CallDirection } from '@ringfence/domain/calls';
import type { Party } from './format-party.ts';

interface Parties {
  readonly direction: CallDirection;
  readonly fromNumber: string | null;
  readonly toNumber: string | null;
  readonly fromAddress: string | null;
  readonly toAddress: string | null;
}

/** Whoever is at the other end: the caller of an inbound call, the called of an outbound one. */
export function otherParty(call: Parties): Party {
  return call.direction === 'inbound' ? callerOf(call) : calledOf(call);
}

export function callerOf(call: Parties): Party {
  return { number: call.fromNumber, address: call.fromAddress };
}

export function calledOf(call: Parties): Party {
  return { number: call.toNumber, address: call.toAddress };
}

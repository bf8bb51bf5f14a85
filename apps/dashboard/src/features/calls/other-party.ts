import type { Party } from '../../ui/phone-number/format-party.ts';
import type { CallItem } from './call-item.ts';

type Parties = Pick<CallItem, 'direction' | 'fromNumber' | 'toNumber' | 'fromAddress' | 'toAddress'>;

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

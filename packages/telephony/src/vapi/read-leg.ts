import { InvalidInput } from '@ringfence/domain';
import type { CallDirection, LegFacts } from '@ringfence/domain/calls';
import { type Address, readAddress } from '@ringfence/domain/phone-numbers';
import { cleanText } from '../clean-text.ts';
import { readTime, valueAt } from './json-value.ts';

const DIRECTIONS: ReadonlyMap<unknown, CallDirection> = new Map([
  ['inboundPhoneCall', 'inbound'],
  ['outboundPhoneCall', 'outbound'],
  ['webCall', 'inbound'],
  ['vapi.websocketCall', 'inbound'],
]);

/** What every Vapi message about a call tells of it. `call.orgId` is Vapi's own and is never read. */
export interface VapiCall {
  readonly leg: LegFacts;
  readonly from: Address | null;
  readonly to: Address | null;
}

/** @throws InvalidInput when the message names no call. */
export function readLeg(message: unknown): VapiCall {
  const call = valueAt(message, 'call');
  const reference = cleanText(valueAt(call, 'id'), 200);
  if (reference === null) throw new InvalidInput('message.call.id', 'is missing');
  const direction = DIRECTIONS.get(valueAt(call, 'type')) ?? null;
  const [customer, own] = [readCustomer(message, call), readOwnNumber(message, call)];
  const leg: LegFacts = {
    reference,
    parentReference: null,
    relatedReference: valueAt(call, 'phoneCallProvider') === 'twilio' ? cleanText(valueAt(call, 'phoneCallProviderId'), 200) : null,
    direction,
    status: null,
    sequence: null,
    startedAt: readStart(call),
    answeredAt: null,
    endedAt: null,
    talkSeconds: null,
    endedReason: null,
    summary: null,
    costMicros: null,
    agentName: readAgentName(message, call),
  };
  return direction === 'outbound' ? { leg, from: own, to: customer } : { leg, from: customer, to: own };
}

/** A call that was planned ahead exists long before it rings. */
function readStart(call: unknown): Date | null {
  const isPlanned = Boolean(valueAt(call, 'schedulePlan')) || valueAt(call, 'status') === 'scheduled';
  return isPlanned ? null : readTime(valueAt(call, 'createdAt'));
}

function readCustomer(message: unknown, call: unknown): Address | null {
  const customers = [valueAt(message, 'customer'), valueAt(call, 'customer')];
  return firstAddress(customers.flatMap((customer) => [valueAt(customer, 'number'), valueAt(customer, 'sipUri')]));
}

function readOwnNumber(message: unknown, call: unknown): Address | null {
  const numbers = [valueAt(message, 'phoneNumber'), valueAt(call, 'phoneNumber')];
  return firstAddress(numbers.flatMap((number) => [valueAt(number, 'number'), valueAt(number, 'sipUri')]));
}

function firstAddress(candidates: readonly unknown[]): Address | null {
  for (const candidate of candidates) {
    const address = readAddress(cleanText(candidate, 256));
    if (address) return address;
  }
  return null;
}

/** In a squad its first member takes the call. */
function readAgentName(message: unknown, call: unknown): string | null {
  return (
    cleanText(valueAt(message, 'assistant', 'name'), 200) ??
    cleanText(valueAt(call, 'assistant', 'name'), 200) ??
    cleanText(valueAt(call, 'squad', 'members', '0', 'assistant', 'name'), 200)
  );
}

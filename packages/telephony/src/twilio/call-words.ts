import { InvalidInput } from '@ringfence/domain';
import type { CallDirection, LegStatus } from '@ringfence/domain/calls';

const STATUSES: ReadonlyMap<string, LegStatus> = new Map([
  ['queued', 'ringing'],
  ['initiated', 'ringing'],
  ['ringing', 'ringing'],
  ['in-progress', 'in-progress'],
  ['answered', 'in-progress'],
  ['completed', 'completed'],
  ['busy', 'busy'],
  ['no-answer', 'missed'],
  ['failed', 'failed'],
  ['canceled', 'canceled'],
]);

/** `originating` comes from the telephone network to us, `terminating` goes from us into it. */
const DIRECTIONS: ReadonlyMap<string, CallDirection> = new Map([
  ['inbound', 'inbound'],
  ['outbound-api', 'outbound'],
  ['outbound-dial', 'outbound'],
  ['trunking-originating', 'inbound'],
  ['trunking-terminating', 'outbound'],
]);

/**
 * What Twilio's status is in our words. A call that a machine or a fax took was completed for Twilio; for us it went to voicemail.
 * @throws InvalidInput naming `field` for a status that isn't known.
 */
export function statusOf(told: string, answeredBy: string | null, field: string): LegStatus {
  const status = STATUSES.get(told);
  if (!status) throw new InvalidInput(field, 'is not a known status');
  const isMachine = /^(?:machine_|fax$)/.test(answeredBy ?? '');
  return status === 'completed' && isMachine ? 'voicemail' : status;
}

export function directionOf(told: string | null): CallDirection | null {
  return DIRECTIONS.get(told ?? '') ?? null;
}

/**
 * Who picked up, where a leg was dialled to a person's browser or app and not to a number: their identity, in which `_` stands for a space.
 * Source: Twilio Voice, `<Client>`; an identity has letters, digits and underscores.
 */
export function colleagueOf(to: string | null): string | null {
  const identity = /^client:(.{1,200})$/i.exec(to ?? '')?.[1];
  return identity?.replaceAll('_', ' ').trim() || null;
}

/** What a call is or came to. `missed`: nobody answered; `voicemail`: a machine took it; `end-unknown`: its end was never told. */
export const CALL_STATUSES = [
  'ringing',
  'in-progress',
  'completed',
  'missed',
  'voicemail',
  'busy',
  'failed',
  'canceled',
  'end-unknown',
] as const;
export type CallStatus = (typeof CALL_STATUSES)[number];

export const CALL_DIRECTIONS = ['inbound', 'outbound'] as const;
export type CallDirection = (typeof CALL_DIRECTIONS)[number];

/** What a leg may be: a provider never says `end-unknown`. */
export const LEG_STATUSES = ['ringing', 'in-progress', 'completed', 'voicemail', 'busy', 'missed', 'failed', 'canceled'] as const;
export type LegStatus = (typeof LEG_STATUSES)[number];

import type { LegStatus } from '@ringfence/domain/calls';

/** `by-answer`: something broke; whether the call was answered before decides. */
type Outcome = LegStatus | 'by-answer';

/** The first that fits counts. */
const RULES: readonly (readonly [RegExp, Outcome])[] = [
  [/^voicemail$/, 'voicemail'],
  [/^customer-busy$|-sip-486-/, 'busy'],
  [/^customer-did-not-answer$|-outbound-sip-(?:408|480)-|caller-hungup-before-call-connect$/, 'missed'],
  [/^(?:scheduled-call-deleted|call-deleted)$/, 'canceled'],
  [/^manually-canceled$/, 'canceled'],
  // These forwarded the caller, or spoke to them: somebody was there.
  [/^assistant-request-returned-forwarding-phone-number$|^call\.forwarding\.|\.hook-executed-/, 'completed'],
  [/^call[.-]start[.-]|^assistant-(?:not-|request-)/, 'failed'],
  [/failed-to-connect|transport-never-connected|-no-call-received$|-outbound-sip-\d|^vonage-rejected$|customer-misdialed$/, 'failed'],
  [/error|fail|worker-shutdown|assistant-join-timed-out|did-not-give-microphone-permission|closed-websocket/, 'by-answer'],
  [/did-not-answer|no-answer/, 'missed'],
];

/**
 * What a call came to by Vapi's `endedReason`, of which new ones appear every month: rules, not a list. Without a rule it was an
 * ordinary end. `answered` says whether anything shows that somebody was there.
 * Source: Vapi, "Call ended reasons", and the 627 values of its OpenAPI document.
 */
export function statusOfEndedReason(reason: string | null, { answered }: { readonly answered: boolean }): LegStatus {
  const outcome = RULES.find(([pattern]) => pattern.test(reason ?? ''))?.[1] ?? 'completed';
  if (outcome === 'by-answer') return answered ? 'completed' : 'failed';
  return outcome === 'canceled' && answered ? 'completed' : outcome;
}

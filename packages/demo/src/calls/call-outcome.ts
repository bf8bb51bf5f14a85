/** What a call comes to, in the demo's words. */
export type CallOutcome = 'answered' | 'missed' | 'voicemail' | 'busy' | 'failed' | 'canceled';

/** Why a webhook was turned away without a row; counted per connection and day. */
export const REFUSAL_REASONS = ['unsigned', 'wrong-signature', 'too-large', 'unreadable', 'parked-full', 'disabled'] as const;
export type RefusalReason = (typeof REFUSAL_REASONS)[number];

/** Why nothing is fetched for a connection until somebody mends it. */
export const PAUSE_REASONS = ['sign-in-refused'] as const;
export type PauseReason = (typeof PAUSE_REASONS)[number];

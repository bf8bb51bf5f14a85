/**
 * Why a provider's list could not be read. `no-credential`: we have none to show; `sign-in-refused`: it doesn't take ours; `unreadable`: it
 * answered something else.
 */
export const LIST_FAILURES = ['no-credential', 'sign-in-refused', 'unreachable', 'unreadable'] as const;
export type ListFailure = (typeof LIST_FAILURES)[number];

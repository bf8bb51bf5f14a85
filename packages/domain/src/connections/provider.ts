/** Who brings us calls. `ringfence` is our own JSON event. */
export const PROVIDERS = ['twilio', 'vapi', 'ringfence'] as const;
export type Provider = (typeof PROVIDERS)[number];

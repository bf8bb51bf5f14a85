import type { Provider } from './provider.ts';

/** Providers that can be asked what there was. */
export const LISTING_PROVIDERS = ['twilio', 'vapi'] as const satisfies readonly Provider[];

/** Whether a provider can be asked for its own list of calls. */
export function hasList(provider: Provider): boolean {
  return LISTING_PROVIDERS.some((listing) => listing === provider);
}

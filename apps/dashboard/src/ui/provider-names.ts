import type { Provider } from '@ringfence/domain/connections';

export const PROVIDER_NAMES: Record<Provider, string> = { twilio: 'Twilio', vapi: 'Vapi', ringfence: 'Signed event' };

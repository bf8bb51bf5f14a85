import type { Provider } from '@ringfence/domain/connections';
import { TWILIO_MEDIA_HOSTS } from '../twilio/recording-hosts.ts';
import { VAPI_API_HOSTS, VAPI_STORAGE_HOSTS } from '../vapi/recording-hosts.ts';

/** The hosts to which a provider may lead, always without the credential, beside those that the operator named. */
export const REDIRECT_HOSTS: Record<Provider, readonly string[]> = {
  twilio: TWILIO_MEDIA_HOSTS,
  vapi: [...VAPI_API_HOSTS, ...VAPI_STORAGE_HOSTS],
  ringfence: [],
};

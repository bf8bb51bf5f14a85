import { randomBytes, randomUUID } from 'node:crypto';

/** An account at Twilio: the auth token signs callbacks and opens the API. */
export interface TwilioAccount {
  readonly kind: 'twilio';
  readonly accountSid: string;
  readonly authToken: string;
}

/** An account at Vapi: callbacks carry the server secret, the API wants the private key. */
export interface VapiAccount {
  readonly kind: 'vapi';
  readonly apiKey: string;
  readonly serverSecret: string;
}

export type ProviderAccount = TwilioAccount | VapiAccount;

export function newTwilioAccount(): TwilioAccount {
  return { kind: 'twilio', accountSid: `AC${randomBytes(16).toString('hex')}`, authToken: randomBytes(16).toString('hex') };
}

export function newVapiAccount(): VapiAccount {
  return { kind: 'vapi', apiKey: randomUUID(), serverSecret: randomBytes(16).toString('hex') };
}

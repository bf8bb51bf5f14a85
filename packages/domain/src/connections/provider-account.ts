import type { Provider } from './provider.ts';

/** With what a provider's list may be asked for. `secret` and `fetchKey` are opened, never logged. */
export interface ProviderAccount {
  readonly provider: Provider;
  /** Twilio: the AccountSid, told when the connection was made. */
  readonly accountId: string | null;
  /** The newest callback's body: Twilio names the account in each. */
  readonly lastCallback: Buffer | null;
  readonly secret: string;
  readonly fetchKey: string | null;
}

import {
  deliverCallbacks,
  type PlacedCall,
  type Provider,
  type ProviderCall,
  seededRandom,
  type TwilioAccount,
} from '@ringfence/testing/provider';
import type { RunningSystem } from './running-system.ts';
import { ringfenceJson } from './run-ringfence.ts';

/** An organisation's way in, with the account behind it at a stand-in of the provider. */
export interface ConnectedAccount {
  readonly connectionId: string;
  readonly account: TwilioAccount;
  /** Lets one happen that nobody is told of yet. */
  place(placed: PlacedCall): ProviderCall;
  /** Tells of a call to its end. */
  tell(call: ProviderCall): Promise<void>;
}

/** Connects an organisation to an account that the stand-in opens for it. */
export async function addAccount(system: RunningSystem, provider: Provider, orgId: string, name: string): Promise<ConnectedAccount> {
  const account = provider.openTwilioAccount();
  const credentials = ['--secret', account.authToken, '--account-id', account.accountSid];
  const options = ['--org', orgId, '--provider', 'twilio', '--name', name, ...credentials];
  const { connectionId } = await ringfenceJson<{ connectionId: string }>(system.variables, 'connection', 'add', ...options);
  const target = { url: system.url, publicUrl: system.url, connectionId };
  return {
    connectionId,
    account,
    place: (placed) => provider.placeCall(account, placed),
    async tell(call) {
      const { lost } = await deliverCallbacks(call, target, { random: seededRandom(1) });
      if (lost > 0) throw new Error(`${lost} messages of the call from ${call.phone} did not arrive.`);
    },
  };
}

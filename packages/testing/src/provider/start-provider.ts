import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { answerTwilio } from './answer-twilio.ts';
import { answerVapi } from './answer-vapi.ts';
import { type Answer, type ProviderRequest, refusal } from './answer.ts';
import { createFaults, type Faults } from './create-faults.ts';
import { newTwilioAccount, newVapiAccount, type ProviderAccount, type TwilioAccount, type VapiAccount } from './provider-account.ts';
import { newCall, type PlacedCall, type ProviderCall } from './provider-call.ts';
import { seededRandom } from './seeded-random.ts';
import { sendAnswer } from './send-answer.ts';

export interface ProviderOptions {
  /** What all that looks like chance follows from. */
  readonly seed?: number;
  /** The most items of one page, whatever is asked for. */
  readonly largestPage?: number;
  /** What the provider takes for now. */
  clock?(): Date;
}

/** A stand-in of Twilio and Vapi on loopback: it has the calls that a test places, lists them, gives their sound, and fails when told to. */
export interface Provider {
  /** What stands in for both providers' API: RINGFENCE_PROVIDER_URL. */
  readonly url: string;
  /** `host:port`, for RINGFENCE_RECORDING_HOSTS. */
  readonly host: string;
  openTwilioAccount(): TwilioAccount;
  openVapiAccount(): VapiAccount;
  /** Lets a call happen. Nobody is told of it: see `deliverCallbacks`. */
  placeCall(account: ProviderAccount, placed?: PlacedCall): ProviderCall;
  callsOf(account: ProviderAccount): readonly ProviderCall[];
  readonly faults: Faults;
  /** Every request there was, as `GET /path?query`. */
  readonly requests: readonly string[];
  close(): Promise<void>;
}

export async function startProvider({ seed = 1, largestPage = 1000, clock = () => new Date() }: ProviderOptions = {}): Promise<Provider> {
  const faults = createFaults(seededRandom(seed));
  const calls = new Map<ProviderAccount, ProviderCall[]>();
  const requests: string[] = [];
  const server = createServer((request, response) => void answer(request, response));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (typeof address !== 'object' || address === null) throw new Error('a listening server has an address');
  const host = `127.0.0.1:${address.port}`;
  const url = `http://${host}`;

  function answerOf(request: ProviderRequest): Answer {
    const accounts = [...calls.keys()];
    const callsOf = (account: ProviderAccount) => calls.get(account) ?? [];
    const holdings = { callsOf, url, now: clock(), largestPage };
    const twilio = accounts.filter((account) => account.kind === 'twilio');
    const vapi = accounts.filter((account) => account.kind === 'vapi');
    return (
      answerTwilio(request, { ...holdings, accounts: twilio }) ??
      answerVapi(request, { ...holdings, accounts: vapi }) ??
      refusal(null, 404, 'Not found')
    );
  }

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    requests.push(`${request.method} ${request.url}`);
    const given = answerOf({ url: new URL(request.url ?? '/', url), authorization: request.headers.authorization ?? null });
    const reference = 'sound' in given ? given.sound.reference : undefined;
    await sendAnswer(response, given, given.asked && faults.meet(given.asked, reference));
  }

  function open<Account extends ProviderAccount>(account: Account): Account {
    calls.set(account, []);
    return account;
  }

  return {
    url,
    host,
    openTwilioAccount: () => open(newTwilioAccount()),
    openVapiAccount: () => open(newVapiAccount()),
    placeCall(account, placed = {}) {
      const call = newCall(account, placed, url);
      const known = calls.get(account);
      if (!known) throw new TypeError('the account was opened at another stand-in');
      known.push(call);
      return call;
    },
    callsOf: (account) => calls.get(account) ?? [],
    faults,
    requests,
    async close() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

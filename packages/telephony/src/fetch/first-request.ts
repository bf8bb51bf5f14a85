import { PermanentFailure, type RecordingSource } from '@ringfence/domain/recordings';
import { TWILIO_API_HOSTS } from '../twilio/recording-hosts.ts';
import { VAPI_API_HOSTS } from '../vapi/recording-hosts.ts';
import { isExtraHost } from './is-extra-host.ts';
import type { ExtraHost } from './read-extra-hosts.ts';
import { readSoundAddress } from './read-sound-address.ts';
import { REDIRECT_HOSTS } from './redirect-hosts.ts';

/** What to ask for first, and the credential it may carry. No later request carries one. */
export interface FirstRequest {
  readonly url: URL;
  readonly authorization: string | null;
  /** Whether the host is one that is given the connection's credential, where it has one. */
  readonly isSignIn: boolean;
}

/** Hosts that a message may name itself: of Twilio its API alone, of Vapi its storage too. */
const TOLD_HOSTS: Record<RecordingSource['provider'], readonly string[]> = {
  ...REDIRECT_HOSTS,
  twilio: TWILIO_API_HOSTS,
};

/**
 * Decides where a recording's sound is asked for, and who is given the credential: the provider's own API host, with a path of the very
 * account or call, or a host that the operator named.
 * @throws PermanentFailure for any other address.
 */
export function firstRequest(source: RecordingSource, extraHosts: readonly ExtraHost[]): FirstRequest {
  const url = readSoundAddress(source.url, extraHosts, TOLD_HOSTS[source.provider]);
  const authorization = credentialOf(source);
  if (isExtraHost(extraHosts, url)) return { url, authorization, isSignIn: source.provider !== 'ringfence' };
  if (source.provider === 'twilio') return { url: twilioAddress(source, url), authorization, isSignIn: true };
  const apiAddress = source.provider === 'vapi' && authorization !== null ? vapiAddress(source, url) : null;
  if (apiAddress) return { url: apiAddress, authorization, isSignIn: true };
  return { url, authorization: null, isSignIn: VAPI_API_HOSTS.includes(url.hostname) };
}

function credentialOf({ provider, accountId, secret, fetchKey }: RecordingSource): string | null {
  if (provider === 'twilio') return accountId === null ? null : `Basic ${Buffer.from(`${accountId}:${secret}`).toString('base64')}`;
  return provider === 'vapi' && fetchKey !== null ? `Bearer ${fetchKey}` : null;
}

const TWILIO_RECORDING =
  /^\/2010-04-01\/Accounts\/(AC[0-9a-f]{32})(?:\/Calls\/CA[0-9a-f]{32})?\/Recordings\/RE[0-9a-f]{32}(\.(?:wav|mp3))?$/i;

/** The path must be a recording of the account that signed the callback: its token never opens anything else. */
function twilioAddress({ accountId }: RecordingSource, url: URL): URL {
  const [, account, extension] = TWILIO_RECORDING.exec(url.pathname) ?? [];
  if (account === undefined || account !== accountId) {
    throw new PermanentFailure('address-refused', "The recording's address isn't one of the account that told of it.");
  }
  return extension === undefined ? new URL(`${url.pathname}.wav${url.search}`, url) : url;
}

/**
 * With a key, the API is asked by the call's id, since the told addresses aren't to be downloaded, or for an hour only. Null where the id
 * can't stand in a path: the told address is then tried as it is, without the key.
 * Source: Vapi, "Retrieve call artifacts".
 */
function vapiAddress({ reference }: RecordingSource, told: URL): URL | null {
  if (!/^[0-9a-z-]{1,64}$/i.test(reference)) return null;
  const host = VAPI_API_HOSTS.includes(told.hostname) ? told.hostname : VAPI_API_HOSTS[0];
  const sound = /mono[^/]*$/i.test(told.pathname) ? 'mono-recording' : 'stereo-recording';
  return new URL(`https://${host}/call/${reference}/${sound}`);
}

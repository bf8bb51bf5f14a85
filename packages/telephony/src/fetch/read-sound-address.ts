import { PermanentFailure } from '@ringfence/domain/recordings';
import { isExtraHost } from './is-extra-host.ts';
import type { ExtraHost } from './read-extra-hosts.ts';

/**
 * Parses an address once, by the parser that the request then uses, and refuses what no provider gives: another scheme, user-info, a
 * host or port that is neither the operator's nor listed. `hosts` are exact names, or `*.name` for those below it.
 * @throws PermanentFailure.
 */
export function readSoundAddress(address: string, extraHosts: readonly ExtraHost[], hosts: readonly string[]): URL {
  const url = URL.parse(address);
  if (!url || !/^https?:$/.test(url.protocol)) throw refusal("isn't a web address");
  if (url.username || url.password) throw refusal('names a user');
  url.hash = '';
  if (isExtraHost(extraHosts, url)) return url;
  if (url.protocol !== 'https:') throw refusal("isn't encrypted");
  const isListed = hosts.some((host) => (host.startsWith('*.') ? url.hostname.endsWith(host.slice(1)) : url.hostname === host));
  if (!isListed || url.port !== '') throw refusal('is on no list of hosts that sound may come from');
  return url;
}

function refusal(what: string): PermanentFailure {
  return new PermanentFailure('address-refused', `The recording's address ${what}.`);
}

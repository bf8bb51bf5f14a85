import { lookup as systemLookup, type LookupAddress } from 'node:dns';
import { isIP, type LookupFunction } from 'node:net';
import { PermanentFailure } from '@ringfence/domain/recordings';
import { Agent, buildConnector } from 'undici';
import type { ExtraHost } from './read-extra-hosts.ts';
import { isExtraHost } from './is-extra-host.ts';
import { type Reach, reachOfAddress } from './reach-of-address.ts';

export interface GuardedAgentOptions {
  readonly extraHosts: readonly ExtraHost[];
  readonly connectTimeoutMs: number;
  /** Resolves a name to all its addresses; the system's resolver but in tests. */
  readonly resolve?: typeof systemLookup;
}

/**
 * An HTTP agent that looks at the address it is about to connect to, after the name was resolved and for each connection anew: a name
 * that answers differently the second time gains nothing. One refused address among several refuses the name.
 */
export function guardedAgent({ extraHosts, connectTimeoutMs, resolve = systemLookup }: GuardedAgentOptions): Agent {
  const connectorFor = (allowed: readonly Reach[]) => {
    const connect = buildConnector({ timeout: connectTimeoutMs, allowH2: false, lookup: guardedLookup(allowed, resolve) });
    const guarded: buildConnector.connector = (options, callback) => {
      // A literal address is never resolved, so no lookup would see it.
      const literal = options.hostname.replace(/^\[|\]$/g, '');
      if (isIP(literal) && !allowed.includes(reachOfAddress(literal))) return callback(refusal(), null);
      return connect(options, callback);
    };
    return guarded;
  };
  const onlyPublic = connectorFor(['public']);
  const extraOverTls = connectorFor(['public', 'private', 'loopback']);
  const extraInTheOpen = connectorFor(['loopback']);
  return new Agent({
    allowH2: false,
    pipelining: 0,
    connect: (options, callback) => {
      if (options.protocol !== 'https:') return extraInTheOpen(options, callback);
      return isExtraHost(extraHosts, options) ? extraOverTls(options, callback) : onlyPublic(options, callback);
    },
  });
}

function guardedLookup(allowed: readonly Reach[], resolve: typeof systemLookup): LookupFunction {
  return (hostname, options, callback) => {
    resolve(hostname, { ...options, all: true }, (error: Error | null, addresses: LookupAddress[]) => {
      if (error) return callback(error, []);
      const [first] = addresses;
      const isRefused = !first || addresses.some(({ address }) => !allowed.includes(reachOfAddress(address)));
      if (isRefused) return callback(refusal(), []);
      return options.all ? callback(null, addresses) : callback(null, first.address, first.family);
    });
  };
}

function refusal(): PermanentFailure {
  return new PermanentFailure('address-refused', "The recording's address leads to a network that sound may not come from.");
}

import { InvalidInput } from '@ringfence/domain';

/** A host that the operator trusts like the provider's own API. Without a port: the default one of the scheme. */
export interface ExtraHost {
  readonly hostname: string;
  readonly port: string;
}

/**
 * Reads `host[:port]`, comma-separated, as RINGFENCE_RECORDING_HOSTS has it (IPv6 in brackets).
 * @throws InvalidInput naming the variable for what is no host.
 */
export function readExtraHosts(list: string): ExtraHost[] {
  return list
    .split(',')
    .map((entry) => entry.trim())
    .filter((entry) => entry !== '')
    .map(readExtraHost);
}

function readExtraHost(entry: string): ExtraHost {
  const url = /^[^\s/?#@\\]+$/.test(entry) ? URL.parse(`ws://${entry}`) : null;
  if (!url || url.hostname === '' || url.hostname.includes('*')) {
    throw new InvalidInput('RINGFENCE_RECORDING_HOSTS', 'must be host[:port], comma-separated, such as 127.0.0.1:8080');
  }
  // The parser drops a scheme's default port (80 here), which would then mean any scheme's.
  return { hostname: url.hostname, port: url.port || (entry.endsWith(':80') ? '80' : '') };
}

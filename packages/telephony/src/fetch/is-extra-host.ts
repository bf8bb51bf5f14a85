import type { ExtraHost } from './read-extra-hosts.ts';

/** Whether the operator named this very host and port. */
export function isExtraHost(
  extraHosts: readonly ExtraHost[],
  { hostname, port, protocol }: Pick<URL, 'hostname' | 'port' | 'protocol'>,
): boolean {
  const defaultPort = protocol === 'https:' ? '443' : '80';
  // An agent gives an IPv6 address without its brackets.
  const name = hostname.includes(':') && !hostname.startsWith('[') ? `[${hostname}]` : hostname;
  return extraHosts.some((extra) => extra.hostname === name && (extra.port || defaultPort) === (port || defaultPort));
}

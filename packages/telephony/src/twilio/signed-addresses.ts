import { parse, stringify } from 'node:querystring';

interface Address {
  readonly before: string;
  readonly host: string;
  readonly port: string;
  readonly after: string;
}

/**
 * Every spelling of an address that Twilio may have signed: with and without a port, as it stands or as a URL parser writes it,
 * and that with its query escaped the old way. Nothing when it is no address at all.
 * Source: twilio-node 6.2.0, which accepts just these.
 */
export function signedAddresses(url: string): string[] {
  const normalized = URL.parse(url)?.href;
  if (normalized === undefined) return portSpellings(url);
  const spellings = portSpellings(normalized);
  return [...new Set([...portSpellings(url), ...spellings, ...spellings.map(withOldQuery)])];
}

function portSpellings(url: string): string[] {
  const address = split(url);
  if (!address) return [url];
  const { before, host, port, after } = address;
  const defaultPort = /^https:/i.test(before) ? ':443' : ':80';
  return [before + host + after, before + host + (port || defaultPort) + after];
}

/** A URL parser would rewrite characters that were signed as they are, so the text is cut, not parsed. */
function split(url: string): Address | null {
  const match = /^([a-z][a-z0-9+.-]*:\/\/)([^/?#]*)(.*)$/is.exec(url);
  if (!match) return null;
  const [, scheme = '', authority = '', after = ''] = match;
  const hostStart = authority.lastIndexOf('@') + 1;
  const portStart = authority.indexOf(':', Math.max(hostStart, authority.lastIndexOf(']') + 1));
  const hostEnd = portStart === -1 ? authority.length : portStart;
  return {
    before: scheme + authority.slice(0, hostStart),
    host: authority.slice(hostStart, hostEnd),
    port: authority.slice(hostEnd),
    after,
  };
}

function withOldQuery(url: string): string {
  const queryStart = url.indexOf('?');
  if (queryStart === -1 || queryStart === url.length - 1) return url;
  return `${url.slice(0, queryStart)}?${stringify(parse(url.slice(queryStart + 1)))}`;
}

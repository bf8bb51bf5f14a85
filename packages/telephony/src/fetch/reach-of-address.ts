import ipaddr from 'ipaddr.js';

/** How far an address reaches: the whole internet, a private network, this machine, or nothing that a sound may come from. */
export type Reach = 'public' | 'private' | 'loopback' | 'refused';

const PRIVATE = ['private', 'uniqueLocal', 'carrierGradeNat'];
/** Deprecated, yet routed as private by some: site-local IPv6. */
const SITE_LOCAL = ipaddr.IPv6.parse('fec0::');

/**
 * Classifies an IPv4 or IPv6 address as it stands on the wire. IPv4 inside IPv6, however written (mapped, compatible, NAT64, 6to4), is
 * judged as IPv4; whatever isn't plainly unicast is refused, link-local with its metadata services too.
 */
export function reachOfAddress(address: string): Reach {
  const bare = address.replace(/%.*$/, '');
  if (!ipaddr.isValid(bare)) return 'refused';
  const parsed = ipaddr.parse(bare);
  if (parsed instanceof ipaddr.IPv6) {
    const inner = innerIPv4(parsed);
    if (inner) return reachOf(inner.range());
    if (parsed.match(SITE_LOCAL, 10)) return 'private';
  }
  return reachOf(parsed.range());
}

function reachOf(range: string): Reach {
  if (range === 'unicast') return 'public';
  if (range === 'loopback') return 'loopback';
  return PRIVATE.includes(range) ? 'private' : 'refused';
}

function innerIPv4(address: ipaddr.IPv6): ipaddr.IPv4 | null {
  const bytes = address.toByteArray();
  const startsWith = (...prefix: number[]) => prefix.every((byte, index) => bytes[index] === byte);
  if (address.isIPv4MappedAddress()) return address.toIPv4Address();
  const isZero = (from: number, to: number) => bytes.slice(from, to).every((byte) => byte === 0);
  const isLow = isZero(0, 12) && !isZero(12, 15);
  if (isLow || startsWith(0x00, 0x64, 0xff, 0x9b)) return new ipaddr.IPv4(bytes.slice(12));
  return startsWith(0x20, 0x02) ? new ipaddr.IPv4(bytes.slice(2, 6)) : null;
}

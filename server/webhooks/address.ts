import { lookup as resolve } from 'node:dns';
import type { LookupAddress, LookupOptions } from 'node:dns';
import { BlockList, isIP } from 'node:net';
import ipaddr from 'ipaddr.js';

/** Why an address is not told anything. */
export type Unfit = 'not_https' | 'private' | 'credentials' | 'not_web';

export const UNFIT_WORDS: Record<Unfit, string> = {
  not_https: 'Use an address that begins with https.',
  private: 'This address is in a private network. Use one that can be reached from everywhere.',
  credentials: 'Leave the name and the password out of the address. What is sent is signed instead.',
  not_web: 'Use an address that begins with https.',
};

/** Networks that are meant for special use, and that ipaddr.js counts among the public ones. */
const SPECIAL = new BlockList();
SPECIAL.addSubnet('192.0.0.0', 24, 'ipv4');
SPECIAL.addSubnet('192.88.99.0', 24, 'ipv4');
SPECIAL.addSubnet('198.18.0.0', 15, 'ipv4');

/**
 * Whether an address may be told at all, as far as it says so itself; names are looked up when they are called. Where
 * the operator allows private networks, http is allowed as well.
 */
export function unfitness(address: string, allowPrivate: boolean): Unfit | undefined {
  const url = new URL(address);
  if (url.username || url.password) return 'credentials';
  if (url.protocol !== 'https:' && url.protocol !== 'http:') return 'not_web';
  if (allowPrivate) return undefined;
  if (url.protocol !== 'https:') return 'not_https';
  const host = url.hostname.replace(/^\[|\]$/g, '').replace(/\.$/, '');
  if (host === 'localhost' || host.endsWith('.localhost') || host.endsWith('.local') || host.endsWith('.internal')) {
    return 'private';
  }
  return isIP(host) && !isPublic(host) ? 'private' : undefined;
}

const PUBLIC_IPV6 = ipaddr.parseCIDR('2000::/3');

/** Whether an IP address is one of the public internet: not private, loopback, link-local, multicast or of special use. */
export function isPublic(address: string): boolean {
  if (!ipaddr.isValid(address)) return false;
  // An IPv4 address in the clothes of IPv6 is what it is.
  const parsed = ipaddr.process(address);
  if (parsed.range() !== 'unicast') return false;
  // Of IPv6 no more than this is given out (RFC 4291, 2.4).
  if (parsed.kind() === 'ipv6' && !parsed.match(PUBLIC_IPV6)) return false;
  return parsed.kind() !== 'ipv4' || !SPECIAL.check(parsed.toString(), 'ipv4');
}

/** A name leads into a private network. */
export class PrivateAddressError extends Error {
  override name = 'PrivateAddressError';
  readonly code = 'PRIVATE_ADDRESS';
}

type Answer = (error: NodeJS.ErrnoException | null, address: string | LookupAddress[], family?: number) => void;

/**
 * Looks a name up for one connection, and fails where any of its addresses is private. The connection is made to what
 * was looked at here: a name that answers otherwise the next moment changes nothing.
 */
export function publicLookup(hostname: string, options: LookupOptions, answer: Answer): void {
  resolve(hostname, { ...options, all: true }, (error, addresses) => {
    if (error) return answer(error, []);
    if (addresses.length === 0 || !addresses.every(({ address }) => isPublic(address))) {
      return answer(new PrivateAddressError('The name leads into a private network.'), []);
    }
    if (options.all) return answer(null, addresses);
    const [first] = addresses;
    answer(null, first?.address ?? '', first?.family);
  });
}

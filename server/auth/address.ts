import type { IncomingMessage } from 'node:http';
import { isIPv6 } from 'node:net';

const HEADER = 'x-whetstone-address';

/**
 * Writes the client's address into a header that pages can read, over whatever the client wrote there: the socket's,
 * or the one that the nearest of `proxies` trusted proxies saw, in X-Forwarded-For.
 */
export function markAddress(request: IncomingMessage, proxies: number): void {
  const forwarded = String(request.headers['x-forwarded-for'] ?? '').split(',');
  const told = proxies > 0 ? forwarded.at(-proxies)?.trim() : undefined;
  request.headers[HEADER] = told || request.socket.remoteAddress || 'unknown';
  if (proxies > 0) return;
  // Nobody who may say so has passed this on: whatever it claims of another host or protocol is the client's invention.
  delete request.headers['x-forwarded-host'];
  delete request.headers['x-forwarded-proto'];
}

/** The client's address, as `markAddress` wrote it. */
export function addressOf(headers: Headers | Record<string, unknown>): string {
  const value = headers instanceof Headers ? headers.get(HEADER) : headers[HEADER];
  return typeof value === 'string' && value ? value : 'unknown';
}

/**
 * What counts as one address: an IPv6 network of 64 bits, for whoever has one address of it has them all. An IPv4
 * address, in IPv6 clothes too, and anything else is itself.
 */
export function networkOf(address: string): string {
  const [plain = ''] = address.split('%');
  if (!isIPv6(plain)) return address;
  const groups = groupsOf(plain);
  const [high = 0, low = 0] = groups.slice(6);
  if (groups.slice(0, 5).every((group) => group === 0) && groups[5] === 0xffff) {
    return [high >> 8, high & 255, low >> 8, low & 255].join('.');
  }
  const network = groups.slice(0, 4).map((group) => group.toString(16));
  return `${network.join(':')}::/64`;
}

/** The eight numbers of an IPv6 address. */
function groupsOf(address: string): number[] {
  // A URL writes every address in one form, with the longest row of zeros as `::`.
  const written = new URL(`http://[${address}]`).hostname.slice(1, -1);
  const [before = [], after = []] = written
    .split('::')
    .map((part) => (part === '' ? [] : part.split(':').map((group) => parseInt(group, 16))));
  return [...before, ...Array<number>(8 - before.length - after.length).fill(0), ...after];
}

import type { IncomingMessage } from 'node:http';

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

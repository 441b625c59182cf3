import type { IncomingMessage } from 'node:http';

/**
 * Whether a request may open a socket: from this site's own pages, or from a client that is no browser and names no origin.
 * Another site's page, a neighbouring subdomain's too, must not speak with its visitor's cookie.
 */
export function fromOwnPages(request: Pick<IncomingMessage, 'headers'>, publicUrl: string): boolean {
  const { origin, host, 'x-forwarded-host': forwarded } = request.headers;
  if (origin === undefined) return true;
  if (!URL.canParse(origin)) return false;
  const from = new URL(origin).host;
  return [host, forwarded, new URL(publicUrl).host].includes(from);
}

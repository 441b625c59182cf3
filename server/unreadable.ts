import type { IncomingMessage, ServerResponse } from 'node:http';

/**
 * Answers an address whose path no page could read: its escapes make no text, or hold a NUL, which nothing is named by.
 * False for any other, which is left untouched.
 */
export function answerUnreadable(request: IncomingMessage, response: ServerResponse): boolean {
  if (isReadable(request.url?.split('?')[0] ?? '')) return false;
  response.writeHead(400, { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' });
  response.end('This address can’t be read. Check that all of it was copied, and nothing else.\n');
  return true;
}

function isReadable(path: string): boolean {
  try {
    return !decodeURIComponent(path).includes('\0');
  } catch {
    return false;
  }
}

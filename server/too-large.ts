import type { IncomingMessage, ServerResponse } from 'node:http';
import { LIST_TOO_LARGE } from '@/domain/member-list';

/** What Next reads of a form at most. */
const MOST_BYTES = 1024 * 1024;

/**
 * Answers a form that is larger than pages read, as it comes where no script has looked at it first, by a page that says
 * so. False for any other, which is left untouched.
 */
export function answerTooLarge(request: IncomingMessage, response: ServerResponse): boolean {
  if (request.method !== 'POST' || Number(request.headers['content-length'] ?? 0) <= MOST_BYTES) return false;
  const path = request.url?.split('?')[0] ?? '';
  // What is still coming is read away, so that the answer is seen.
  request.resume();
  response.writeHead(413, { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' });
  response.end(page(path.endsWith('/members') ? LIST_TOO_LARGE : 'This is too much to be sent at once.'));
  return true;
}

function page(sentence: string): string {
  return `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width" />
    <meta name="color-scheme" content="light dark" />
    <title>Too large · Whetstone</title>
  </head>
  <body style="font-family: system-ui, sans-serif; max-width: 40rem; margin: 15vh auto 0; padding: 0 1rem">
    <main>
      <h1>${sentence}</h1>
      <p><a href="">Back</a></p>
    </main>
  </body>
</html>
`;
}

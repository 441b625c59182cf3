import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Received {
  path: string;
  headers: IncomingHttpHeaders;
  body: string;
}

export interface Receiver {
  url: string;
  /** What arrived, in order; the same one twice if it came twice. */
  got: Received[];
  /** How the next posts are answered, one each; 200 when none is left. */
  answers: { status: number; body?: string; location?: string }[];
  close: () => Promise<void>;
}

/** A program of somebody else's that is told things: a real HTTP server on loopback. */
export async function openReceiver(): Promise<Receiver> {
  const got: Received[] = [];
  const answers: Receiver['answers'] = [];
  const server = createServer((request, response) => {
    let body = '';
    request.on('data', (piece: Buffer) => (body += piece.toString()));
    request.on('end', () => {
      got.push({ path: request.url ?? '', headers: request.headers, body });
      const { status, body: said = 'thanks', location } = answers.shift() ?? { status: 200 };
      response.writeHead(status, location ? { location } : {}).end(said);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook`,
    got,
    answers,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

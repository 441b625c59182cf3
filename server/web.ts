import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import next from 'next';
import { markAddress } from './auth/address';
import { StartError, type Config } from './config';
import { answerHealth } from './health';
import { askForHttps } from './https-only';
import { answerTooLarge } from './too-large';
import { answerUnreadable } from './unreadable';

/** How long answers under way may take once the server is asked to stop. */
const DRAIN_MS = 5_000;

export interface Web {
  httpServer: Server;
  /** Begins to accept connections. Throws StartError when the port is taken. */
  listen: () => Promise<void>;
  close: () => Promise<void>;
}

/** One HTTP server for the pages, the health checks and (attached by the caller) the live room. */
export async function openWeb(config: Config, isStopping: () => boolean): Promise<Web> {
  let handle: (request: IncomingMessage, response: ServerResponse) => Promise<void> | void = () => undefined;
  const httpServer = createServer((request, response) => {
    markAddress(request, config.trustedProxies);
    askForHttps(response, config);
    if (answerUnreadable(request, response)) return;
    if (answerTooLarge(request, response)) return;
    if (answerHealth(request, response, isStopping)) return;
    // One answer that fails must not end the process.
    Promise.resolve(handle(request, response)).catch(() => response.destroy());
  });
  const pages = next({
    dev: process.env.NODE_ENV === 'development',
    dir: process.cwd(),
    hostname: config.host ?? 'localhost',
    port: config.port,
    httpServer,
  });
  await pages.prepare();
  handle = pages.getRequestHandler();
  return {
    httpServer,
    listen: () => listen(httpServer, config),
    close: async () => {
      const closed = new Promise((resolve) => httpServer.close(resolve));
      httpServer.closeIdleConnections();
      const cut = setTimeout(() => httpServer.closeAllConnections(), DRAIN_MS);
      await closed;
      clearTimeout(cut);
      await pages.close();
    },
  };
}

function listen(httpServer: Server, { port, host }: Config): Promise<void> {
  return new Promise((resolve, reject) => {
    httpServer.once('error', (error: NodeJS.ErrnoException) => reject(new StartError(refusal(error, port, host))));
    httpServer.listen({ port, host }, resolve);
  });
}

function refusal(error: NodeJS.ErrnoException, port: number, host: string | undefined): string {
  if (error.code === 'EADDRINUSE') return `Port ${port} is taken: stop what uses it, or set PORT to another.`;
  if (error.code === 'EACCES') return `Port ${port} is not open to this user: set PORT to one above 1023.`;
  return `The server can't listen on ${host ?? 'port'} ${port} (${error.code ?? error.message}): check HOST and PORT.`;
}

import type { Config } from './config';
import type { Logger } from './log';

/** What the server shows to the pages: all that `app/` may know of it. */
export interface Face {
  config: Config;
  log: Logger;
  /** Signs the sign-in tokens. */
  authSecret: string;
}

// The server and Next's bundle are two module graphs in one process: what both need lives here.
const shared = globalThis as typeof globalThis & { whetstoneFace?: Face };

/** Called once by the server, before the first page is drawn. */
export function openFace(face: Face): void {
  shared.whetstoneFace = face;
}

/** The server's public face. Throws outside a running server, as in a build. */
export function face(): Face {
  if (!shared.whetstoneFace) throw new Error('The server is not running in this process.');
  return shared.whetstoneFace;
}

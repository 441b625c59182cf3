import type { Refusal } from '@/domain/errors';
import type { ChosenKind, MailReader } from '@/domain/mail/kinds';
import type { Config } from './config';
import type { Logger } from './log';

/** Which of a person's sign-ins were ended: one, all but one, or all. */
export type SignedOut = { only: string } | { but: string } | 'all';

/** What pages ask of the live rooms. */
export interface LiveFace {
  /** Sends a command as a person would over the wire: same validation, same permissions, same log. */
  execute: (
    sessionId: string,
    userId: string,
    command: { id: string; type: string; data: unknown },
  ) => Promise<{ ok: true; seq: number } | { ok: false; error: Refusal }>;
  /** Somebody has no place in the lab any more: their sockets in its rooms are cut at once. */
  removeMember: (labId: string, userId: string) => Promise<void>;
  /** Somebody left the lab: where they are on the hot seat their turn is over, for nobody waits for them. */
  endTurnsOf: (labId: string, userId: string) => Promise<void>;
  /** Sign-ins of a person were ended: the sockets that came by one of them are cut at once. */
  signedOut: (userId: string, which: SignedOut) => Promise<void>;
  /** Somebody joined a lab, or has another role in it. */
  memberChanged: (labId: string, userId: string) => Promise<void>;
  /** A lab was put away: everybody in its rooms is sent out at once. */
  labArchived: (labId: string) => Promise<void>;
  /** Sessions of the lab have another number, time or call: its rooms ask for their own anew. */
  meetingsChanged: (labId: string) => Promise<void>;
  /** What somebody shares with the lab has changed: its rooms ask again, and what was taken back goes. */
  sharingChanged: (labId: string) => Promise<void>;
}

/** What pages ask of the mail that leaves. */
export interface MailFace {
  /** Whether there is a mail server; without one nothing is sent, and every link is shown on screen. */
  sends: boolean;
  /** Mail was written and committed: it is sent now, rather than soon. Never fails, and waits for nothing. */
  look: () => void;
  /** Who turns off what, by the link in a mail; undefined for an address that we never made. */
  readOffLink: (token: string) => { reader: MailReader; kind: ChosenKind } | undefined;
}

/** What pages ask of the webhooks. */
export interface WebhookFace {
  /** Something waits to be told: it is told now, rather than soon. */
  look: () => void;
  /** Why an address can't be told anything, as a sentence; undefined where it can. */
  unfit: (url: string) => string | undefined;
  /** A new secret to sign with. */
  makeSecret: () => string;
}

/** What the server shows to the pages: all that `app/` may know of it. */
export interface Face {
  config: Config;
  log: Logger;
  /** Signs the sign-in tokens. */
  authSecret: string;
  /** Which build of the pages this server serves; a live room says it when it connects. */
  version: string;
  live: LiveFace;
  mail: MailFace;
  webhooks: WebhookFace;
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

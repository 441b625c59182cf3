import type { Refusal } from './errors';
import type { EndedTurn, Id, Instant, SessionEvent, SessionState } from './session';
import type { Role } from './vocabulary';

/** The messages of the live room's wire, as types for both sides; `protocol.ts` checks what clients send. */

/** Somebody as the room knows them; `role` is the role in this session. */
export interface Person {
  id: Id;
  name: string;
  role: Role;
  /** What stands on their badge, where that is not made of the name. */
  initials?: string;
  /** Came by a link for one session, without an account. */
  guest?: boolean;
}

export interface Welcome {
  you: Person;
  seq: number;
  serverTime: Instant;
  presence: Person[];
  /** Everyone named, absent ones too. */
  people: Person[];
  /** To who comes into a meeting without anybody who runs it: since when. */
  hostAwaySince?: Instant;
  state?: SessionState;
  /** The events after `since`, instead of the state. */
  events?: SessionEvent[];
}

export interface PresenceChange {
  joined: Person[];
  left: Id[];
}

export const BYE_CODES = ['removed', 'signed_out', 'archived', 'server_closing', 'outdated'] as const;
export type ByeCode = (typeof BYE_CODES)[number];
export interface Bye {
  code: ByeCode;
  /** Of `removed`: they are in the lab no more, not only out of this session. */
  fromLab?: true;
}
/** Why somebody is sent away, in a word. */
export type Goodbye = ByeCode | 'removed_from_lab';

export const HANDSHAKE_REFUSALS = [
  'unauthenticated',
  'not_found',
  'not_a_member',
  'pledge_required',
  'removed',
  'archived',
] as const;
export type HandshakeRefusal = (typeof HANDSHAKE_REFUSALS)[number];

export type Ack = { ok: true; seq: number } | { ok: false; error: Refusal };
export type TurnAck = EndedTurn | { ok: false; error: Refusal };
export type SyncAck = Welcome | { ok: false; error: Refusal };

export interface ServerToClient {
  welcome: (welcome: Welcome) => void;
  events: (events: SessionEvent[]) => void;
  presence: (change: PresenceChange) => void;
  typing: (who: { userId: Id }) => void;
  /** What somebody shares with the lab has changed. The words themselves never travel here: who may read them asks. */
  sharing: () => void;
  /** The session's number, time or call may be another: who reads its page asks for that anew. Nothing of it travels here. */
  meeting: () => void;
  bye: (bye: Bye) => void;
}

export interface ClientToServer {
  command: (command: { id: string; type: string; data: unknown }, ack: (ack: Ack) => void) => void;
  sync: (request: { since: number }, ack: (ack: SyncAck) => void) => void;
  turn: (request: { turnId: Id }, ack: (ack: TurnAck) => void) => void;
  time: (ack: (now: { serverTime: Instant }) => void) => void;
  typing: () => void;
}

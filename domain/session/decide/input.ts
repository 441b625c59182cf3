import type { Refusal } from '../../errors';
import type { CommandType } from '../../permissions';
import type { CommandData } from '../../protocol';
import { wallClock } from '../../time-zone';
import type { Role } from '../../vocabulary';
import type { NewEvent } from '../events';
import type { EndedTurn, Id, ReportedBeside, RollCallItem, SessionSettings, SessionState, Standing } from '../state';

/** Who acts: a member's or guest's id and their role in the lab. `id: null` is the system. */
export interface Actor {
  id: Id | null;
  role: Role;
}

/** What a decision may need beyond the state; `needs` says which. */
export interface Facts {
  /** Roles of the lab's members, and of the session's guests. */
  roles?: ReadonlyMap<Id, Role>;
  /** What `session.start` records. */
  opening?: { settings: SessionSettings; hosts: Id[]; rollCall: RollCallItem[] };
  /** The history of those reps whose deals are brought, begin to wait for their turn, or go on to the next session. */
  standings?: ReadonlyMap<Id, Standing>;
  /** The ended turn that the command is about, whole. */
  turn?: EndedTurn;
  /** The lab's next session, into which the rest is carried. */
  nextSessionId?: Id;
  /** The session into which the rest had been carried. */
  carriedTo?: { id: Id; state: SessionState };
  /** What was reported beside the session since its end, the latest on each commitment that it knows. */
  reported?: ReportedBeside[];
  /** For how long nobody who runs the session, a host or whoever stands in, has been in the room, in ms; 0 while one is. */
  hostAwayMs?: number;
}

export interface Context {
  sessionId: Id;
  /** The database's clock, ms since the epoch; never before the last event's. */
  now: number;
  /** Makes a UUIDv7. */
  newId: () => Id;
  facts: Facts;
}

export interface Input<T extends CommandType> {
  state: SessionState;
  data: CommandData<T>;
  actor: Actor;
  /** The actor's role in this session. */
  role: Role;
  ctx: Context;
}

/** Events for another session's log, appended in the same transaction. */
export interface Elsewhere {
  sessionId: Id;
  events: NewEvent[];
}

export type Outcome = Refusal | NewEvent[] | { events: NewEvent[]; elsewhere: Elsewhere };

/**
 * How one command is decided, in the order in which refusals are given:
 * `valid` (invalid), `find` (not_found; the owner is whom "own", "other" and "seat" of the table are about), `run` (the rest).
 */
export interface Handler<T extends CommandType> {
  valid?: (input: Input<T>) => Refusal | undefined;
  find?: (input: Input<T>) => Refusal | { owner?: Id | null } | undefined;
  /** What the table's grant can't say: forbidden for another reason. */
  may?: (input: Input<T>) => Refusal | undefined;
  run: (input: Input<T>) => Outcome;
}
export type Handlers<T extends CommandType> = { [K in T]: Handler<K> };

/** An instant as the log writes it. */
export function instant(ms: number): string {
  return new Date(ms).toISOString();
}

/** Today in a zone, as YYYY-MM-DD. */
export function dayIn(timeZone: string, ms: number): string {
  return wallClock(new Date(ms), timeZone).day;
}

import type { Appended } from '@/db/append';
import { Changes, project } from '@/db/projections';
import { commandsIn, loadState, type KnownCommand, type SessionFrame } from '@/db/session-log';
import type { PlannedSession } from '@/db/sessions';
import { refusal } from '@/domain/errors';
import type { Command } from '@/domain/protocol';
import {
  decide,
  fold,
  foldAll,
  instant,
  type Actor,
  type Decided,
  type Id,
  type Instant,
  type NewEvent,
  type SessionEvent,
  type SessionState,
} from '@/domain/session';
import type { Ack } from '@/domain/wire';
import { factsFor, type FactSource } from './facts';

const ID_USED = refusal('conflict', 'That id was used for another command.', 'id');

/** What waits to be decided: somebody's command, or what the system itself has to say about the state. */
export type Waiting = { reply: (ack: Ack) => void } & (
  | { command: Command; actor: Actor; digest: string }
  | { command?: undefined; system: (state: SessionState) => NewEvent[] }
);

/** The batch as decided: what to append, and what each sender is to be told once it is. */
export interface Batch {
  answers: Ack[];
  /** The session's own new events, and its state after them. */
  events: SessionEvent[];
  after: SessionState;
  /** Everything to append, also to other logs. */
  appended: Appended[];
  changes: Changes;
  /** Other sessions whose logs grow. */
  elsewhere: { sessionId: Id; seq: number }[];
  /** Commands that changed nothing or were refused, and might be in the log all the same: indexes into the batch. */
  doubtful: number[];
  /** Words that `after` has yet to take in: many at once cost little more than one. */
  unfolded: SessionEvent[];
}

export interface BatchSource extends FactSource {
  state: SessionState;
  /** A command that is in the log already, as far as is known. */
  known: (commandId: Id) => KnownCommand | undefined;
  onFault: (error: unknown) => void;
}

interface OtherLog {
  frame: Pick<SessionFrame, 'id' | 'labId'>;
  state: SessionState;
  events: SessionEvent[];
}

/**
 * Decides waiting commands in the order of their arrival, each on the state that those before it leave. Stores nothing.
 * Throws when facts can't be fetched.
 */
export async function decideBatch(source: BatchSource, waiting: readonly Waiting[]): Promise<Batch> {
  const batch: Batch = {
    answers: [],
    events: [],
    after: source.state,
    appended: [],
    changes: new Changes(),
    elsewhere: [],
    doubtful: [],
    unfolded: [],
  };
  const others = new Map<Id, OtherLog>();
  const made = new Map<Id, KnownCommand>();
  const unchanged = new Set<Id>();
  for (const [index, one] of waiting.entries()) {
    const known = one.command && (made.get(one.command.id) ?? source.known(one.command.id));
    if (one.command && known) {
      batch.answers[index] = answerAgain(known, one.actor, one.digest);
      if (unchanged.has(one.command.id)) batch.doubtful.push(index);
      continue;
    }
    if (!isPlainWord(one)) settle(batch);
    const { decided, plan, now } = await decideOne(source, batch, one);
    if (!decided.ok) {
      batch.answers[index] = { ok: false, error: decided.error };
      batch.doubtful.push(index);
      continue;
    }
    enter(source, batch, one, decided.events, instant(now));
    if (decided.elsewhere && decided.elsewhere.events.length > 0) {
      if (plan) batch.changes.put('sessions', { ...plan });
      await enterElsewhere(source, batch, others, one, decided.elsewhere, now);
    }
    const { seq } = headOf(batch);
    batch.answers[index] = { ok: true, seq };
    if (!one.command) continue;
    made.set(one.command.id, { by: one.actor.id, digest: one.digest, seq });
    if (decided.events.length > 0) continue;
    unchanged.add(one.command.id);
    batch.doubtful.push(index);
  }
  finish(source, batch, others);
  return batch;
}

/** The same command sent again gets the same answer; another one under its id is a conflict. */
export function answerAgain(known: KnownCommand, actor: Actor, digest: string): Ack {
  return known.by === actor.id && known.digest === digest
    ? { ok: true, seq: known.seq }
    : { ok: false, error: ID_USED };
}

async function decideOne(
  source: BatchSource,
  batch: Batch,
  one: Waiting,
): Promise<{ decided: Decided; plan?: PlannedSession | undefined; now: number }> {
  if (!one.command) {
    return { decided: { ok: true, events: one.system(batch.after) }, now: notBefore(headOf(batch), source.now()) };
  }
  const { facts, plan } = await factsFor(source, batch.after, one.command, one.actor, batch.events);
  const { frame, newId } = source;
  // What is decided and when it happened are of one instant.
  const now = notBefore(headOf(batch), source.now());
  try {
    const decided = decide(batch.after, one.command, one.actor, { sessionId: frame.id, now, newId, facts });
    const used = decided.ok && decided.elsewhere && (await isUsedIn(decided.elsewhere.sessionId, one.command.id));
    return used ? { decided: { ok: false, error: ID_USED }, now } : { decided, plan, now };
  } catch (error) {
    source.onFault(error);
    return { decided: { ok: false, error: refusal('unavailable', 'Something went wrong here. Try again.') }, now };
  }
}

/** Whether the other log, which this command would reach into, has its id from another one. */
async function isUsedIn(sessionId: Id, commandId: Id): Promise<boolean> {
  return (await commandsIn(sessionId, [commandId])).size > 0;
}

/** An instant of the database's clock, which never runs back within a session. */
function notBefore({ at }: Pick<SessionState, 'at'>, now: number): number {
  return Math.max(now, at === undefined ? 0 : Date.parse(at));
}

function enter(source: BatchSource, batch: Batch, one: Waiting, events: readonly NewEvent[], at: Instant): void {
  const head = headOf(batch);
  for (const [part, event] of events.entries()) {
    const stamped = stamp(event, head.seq + 1 + part, at, one);
    batch.unfolded.push(stamped);
    batch.events.push(stamped);
    batch.appended.push({ sessionId: source.frame.id, event: stamped, part, digest: one.command ? one.digest : null });
  }
}

/** Words that answer nobody: they are decided without looking at those that were said before. */
export function isPlainWord({ command }: Waiting): boolean {
  return command?.type === 'contribution.add' && command.data.replyTo === undefined && command.data.late === undefined;
}

/** Lets the state take in what was decided so far. */
function settle(batch: Batch): void {
  batch.after = foldAll(batch.after, batch.unfolded);
  batch.unfolded = [];
}

/** Where the log would end by now. */
function headOf({ after, unfolded }: Batch): Pick<SessionState, 'seq' | 'at'> {
  return unfolded.at(-1) ?? after;
}

/** The other session is not any more what it was when the command was decided. Reads like PostgreSQL's own failures. */
class Moved extends Error {
  readonly code = '40001';
}

async function enterElsewhere(
  source: BatchSource,
  batch: Batch,
  others: Map<Id, OtherLog>,
  one: Waiting,
  { sessionId, events }: { sessionId: Id; events: NewEvent[] },
  now: number,
): Promise<void> {
  const frame = { id: sessionId, labId: source.frame.labId };
  let other = others.get(sessionId);
  if (!other) {
    const { state } = await loadState(sessionId);
    // It began, or was cancelled, since it was found: what concerns it is decided anew.
    if (state.status !== 'scheduled') throw new Moved();
    others.set(sessionId, (other = { frame, state, events: [] }));
  }
  const at = instant(notBefore(other.state, now));
  for (const [part, event] of events.entries()) {
    const stamped = stamp(event, other.state.seq + 1, at, one);
    other.state = fold(other.state, stamped);
    other.events.push(stamped);
    batch.appended.push({ sessionId, event: stamped, part, digest: one.command ? one.digest : null });
  }
}

function stamp(event: NewEvent, seq: number, at: string, one: Waiting): SessionEvent {
  const by = one.command ? one.actor.id : null;
  return { ...event, seq, at, by, ...(one.command ? { command: one.command.id } : {}) } as SessionEvent;
}

function finish(source: BatchSource, batch: Batch, others: Map<Id, OtherLog>): void {
  settle(batch);
  const { changes, events, after } = batch;
  const { id: sessionId, labId } = source.frame;
  for (const { frame, state, events: theirs } of others.values()) {
    project({ sessionId: frame.id, labId: frame.labId, after: state, events: theirs, changes });
    batch.elsewhere.push({ sessionId: frame.id, seq: state.seq });
  }
  project({ sessionId, labId, after, events, changes });
}

import { append, type LogEntry } from '@/db/append';
import { failureOf } from '@/db/errors';
import { commandsIn, type KnownCommand } from '@/db/session-log';
import { refusal, UNAVAILABLE, type Refusal } from '@/domain/errors';
import type { Id, SessionState } from '@/domain/session';
import type { Ack } from '@/domain/wire';
import type { Logger } from '../log';
import { answerAgain, decideBatch, isPlainWord, type Batch, type BatchSource, type Waiting } from './batch';
import { counted } from './metrics';
import type { RoomLog } from './room-log';

/** How often a batch that loses to another server, or to a deadlock, is decided anew. */
const ATTEMPTS = 30;
/** A database that doesn't answer for this long can't be reached. */
const PATIENCE_MS = 8_000;

const UNSTORABLE = refusal('invalid', "That holds something that can't be kept.");

export interface CommitHost {
  log: RoomLog;
  logger: Logger;
  /** What a batch is decided with, now that the log is open. */
  source: () => Promise<Omit<BatchSource, 'state' | 'known' | 'onFault'>>;
  /** Hears that logs have grown: this session's, and others'. */
  onAppended: (grown: { sessionId: Id; seq: number }[]) => void;
  /** Hears that the log is not the one that was told of: everyone needs the state. */
  onRewound: () => void;
}

/** Commands to be committed together; where they set out behind others, they are decided and being written already. */
export interface Train {
  waiting: readonly Waiting[];
  prepared?: Promise<Prepared>;
}

/** A batch as decided, on its way into the log. */
export interface Prepared {
  batch: Batch;
  began: number;
  /** What the log knows of its doubtful commands. */
  known: Promise<Map<Id, KnownCommand>> | undefined;
  written: Promise<void>;
}

/** Plain words that are being written, behind which others may set out. */
export interface Flight {
  ids: ReadonlySet<Id | undefined>;
  /** The state that they leave, and the last of them in the log. */
  after: SessionState;
  last: LogEntry;
}

/** Those who wait, as the committer knows them. */
export interface Line {
  takenOff: (flight: Flight) => void;
  landed: () => void;
  /** Calls back those behind; they are decided anew. */
  failed: () => Promise<void>;
}

/** Brings one batch after the other into a session's log, whatever happens to it on the way, and answers it. */
export class Committer {
  constructor(
    private readonly host: CommitHost,
    private readonly line: Line,
  ) {}

  /** Commits and answers; never throws. Nobody sets out behind what goes `alone`. */
  async commit({ waiting, prepared }: Train, alone = false): Promise<void> {
    for (let attempt = 1; attempt <= ATTEMPTS; attempt += 1) {
      const tried = { late: false, alone: alone || attempt > 1 };
      try {
        await within(PATIENCE_MS, this.attempt(waiting, tried, attempt === 1 ? prepared : undefined));
        return;
      } catch (error) {
        tried.late = true;
        await this.line.failed();
        const failure = error instanceof TookTooLong ? 'lost' : failureOf(error);
        if (failure === 'content' || failure === 'unexpected') {
          this.host.logger[failure === 'content' ? 'warn' : 'error']({ err: bare(error) }, 'a batch was not stored');
          await this.oneByOne(waiting, failure === 'content' ? UNSTORABLE : UNAVAILABLE);
          return;
        }
        if (failure === 'lost') this.host.logger.warn({ err: bare(error) }, 'the database was lost during a commit');
        try {
          await within(PATIENCE_MS, this.recover(waiting));
        } catch {
          this.answer(waiting, () => ({ ok: false, error: UNAVAILABLE }));
          return;
        }
      }
    }
    this.host.logger.error({ sessionId: this.host.log.sessionId }, 'a batch lost every race');
    this.answer(waiting, () => ({ ok: false, error: UNAVAILABLE }));
  }

  /** Decides a batch on a state, and sends it to the log; `behind` what must be in the log for it to count. */
  prepare(waiting: readonly Waiting[], state: SessionState, behind?: LogEntry): Promise<Prepared> {
    const prepared = this.decideAndWrite(waiting, state, behind);
    // Looked at in its turn.
    prepared.catch(() => undefined);
    return prepared;
  }

  /** Resolves when it is over with what set out behind a batch that failed. */
  async undone({ prepared }: Train): Promise<void> {
    const over = prepared?.then(({ written }) => written);
    await within(PATIENCE_MS, Promise.resolve(over)).catch(() => undefined);
  }

  private async decideAndWrite(waiting: readonly Waiting[], state: SessionState, behind?: LogEntry) {
    const { log, logger, source } = this.host;
    const began = performance.now();
    const batch = await decideBatch(
      {
        ...(await source()),
        state,
        known: (commandId) => log.commandKnown(commandId),
        onFault: (error) => logger.error({ err: error }, 'a command could not be decided'),
      },
      waiting,
    );
    // What is refused, or changes nothing, was perhaps accepted before: the log knows.
    const doubtful = batch.doubtful.flatMap((index) => waiting[index]?.command?.id ?? []);
    const known = doubtful.length > 0 ? commandsIn(log.sessionId, doubtful) : undefined;
    const rests = behind ?? lastOf(log.sessionId, state);
    const written = batch.appended.length > 0 ? append(batch.appended, batch.changes, rests) : Promise.resolve();
    known?.catch(() => undefined);
    written.catch(() => undefined);
    return { batch, began, known, written };
  }

  /** Once `tried.late` its answers count for nothing: somebody else has taken over. */
  private async attempt(
    waiting: readonly Waiting[],
    tried: { late: boolean; alone: boolean },
    begun: Promise<Prepared> | undefined,
  ): Promise<void> {
    const { log } = this.host;
    if (!begun) await log.open();
    const { batch, began, known, written } = await (begun ?? this.prepare(waiting, log.state));
    if (!tried.alone && !tried.late && waiting.every(isPlainWord)) this.takeOff(waiting, batch);
    const [before] = await Promise.all([known, written]);
    counted.batchSize.observe(waiting.length);
    counted.commitSeconds.observe((performance.now() - began) / 1000);
    this.line.landed();
    this.committed(batch);
    if (tried.late) return;
    this.settleDoubts(waiting, batch, before);
    this.answer(waiting, (_, index) => batch.answers[index]);
  }

  private takeOff(waiting: readonly Waiting[], { events, after }: Batch): void {
    const { seq, at, command } = events.at(-1) ?? {};
    if (seq === undefined || at === undefined || command === undefined) return;
    const last = { sessionId: this.host.log.sessionId, seq, at, command };
    this.line.takenOff({ ids: new Set(waiting.map((one) => one.command?.id)), after, last });
  }

  private settleDoubts(waiting: readonly Waiting[], batch: Batch, known: Map<Id, KnownCommand> | undefined): void {
    const { log } = this.host;
    for (const index of batch.doubtful) {
      const one = waiting[index];
      if (!one?.command) continue;
      const before = known?.get(one.command.id);
      if (before) batch.answers[index] = answerAgain(before, one.actor, one.digest);
      const ack = batch.answers[index];
      // No event tells of what changed nothing: only memory can give the same answer again.
      if (ack?.ok) log.rememberCommand(one.command.id, { by: one.actor.id, digest: one.digest, seq: ack.seq });
    }
  }

  private committed(batch: Batch): void {
    const { log, onAppended } = this.host;
    for (const { event, sessionId, digest } of batch.appended) {
      if (sessionId !== log.sessionId || event.command === undefined || digest === null) continue;
      log.rememberCommand(event.command, { by: event.by, digest, seq: event.seq });
    }
    if (batch.events.length > 0) log.take(batch.events, batch.after);
    if (batch.appended.length > 0) {
      onAppended([{ sessionId: log.sessionId, seq: batch.after.seq }, ...batch.elsewhere]);
    }
  }

  /** Reads what the log holds now: others' events, and perhaps ours. */
  private async recover(waiting: readonly Waiting[]): Promise<void> {
    const { log, onRewound } = this.host;
    if (!(await log.catchUp())) {
      await log.reread();
      onRewound();
    }
    const ids = waiting.flatMap(({ command }) => command?.id ?? []);
    for (const [id, known] of await commandsIn(log.sessionId, ids)) log.rememberCommand(id, known);
  }

  /** A batch that fails for its content: only the culprit is refused. */
  private async oneByOne(waiting: readonly Waiting[], error: Refusal): Promise<void> {
    if (waiting.length === 1) {
      this.answer(waiting, () => ({ ok: false, error }));
      return;
    }
    for (const one of waiting) await this.commit({ waiting: [one] }, true);
  }

  private answer(waiting: readonly Waiting[], ackOf: (one: Waiting, index: number) => Ack | undefined): void {
    for (const [index, one] of waiting.entries()) {
      const ack = ackOf(one, index) ?? { ok: false, error: UNAVAILABLE };
      counted.commands.inc({ type: one.command?.type ?? 'system', code: ack.ok ? 'ok' : ack.error.code });
      one.reply(ack);
    }
  }
}

/** The entry that a state ends with; none before the first. */
function lastOf(sessionId: Id, { seq, at }: SessionState): LogEntry | undefined {
  return at === undefined ? undefined : { sessionId, seq, at };
}

class TookTooLong extends Error {}

function within<T>(ms: number, work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new TookTooLong(`No answer within ${ms} ms.`)), ms);
  });
  return Promise.race([work, late]).finally(() => clearTimeout(timer));
}

/** An error as our log may hold it: PostgreSQL's own words may repeat the row, and so the deal. */
function bare(error: unknown): object {
  const { name, message, code, constraint_name: constraint } = (error ?? {}) as Record<string, unknown>;
  return code === undefined ? { name, message } : { name, code, constraint };
}

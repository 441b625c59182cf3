import { append } from '@/db/append';
import { failureOf } from '@/db/errors';
import { commandsIn } from '@/db/session-log';
import { refusal, type Refusal } from '@/domain/errors';
import type { CommandType } from '@/domain/permissions';
import type { Id } from '@/domain/session';
import type { Ack } from '@/domain/wire';
import type { Logger } from '../log';
import { answerAgain, decideBatch, type Batch, type BatchSource, type Waiting } from './batch';
import { counted } from './metrics';
import type { RoomLog } from './room-log';

/** Commands that are committed together at most. */
const BATCH_LIMIT = 256;
/** What carries over into the next session's log, or takes back from it, must find it as it is stored. */
const REACHING: ReadonlySet<CommandType> = new Set(['session.end', 'session.cancel', 'session.reopen']);
/** How often a batch that loses to another server, or to a deadlock, is decided anew. */
const ATTEMPTS = 30;
/** A database that doesn't answer for this long can't be reached. */
const PATIENCE_MS = 8_000;

const UNAVAILABLE = refusal('unavailable', "The lab's records can't be reached just now. Try again in a moment.");
const UNSTORABLE = refusal('invalid', "That holds something that can't be kept.");

export interface PipelineHost {
  log: RoomLog;
  logger: Logger;
  /** What a batch is decided with, now that the log is open. */
  source: () => Promise<Omit<BatchSource, 'state' | 'known' | 'onFault'>>;
  /** Hears that logs have grown: this session's, and others'. */
  onAppended: (grown: { sessionId: Id; seq: number }[]) => void;
  /** Hears that the log was found shorter than what was told: everyone needs the state. */
  onRewound: () => void;
}

/**
 * The one way into a session's log. All that waits is decided and committed together (group commit), in the order of
 * arrival; every answer, a refusal too, leaves only after the commit of its batch.
 */
export class Pipeline {
  private waiting: Waiting[] = [];
  private running: Promise<void> | undefined;
  private closed = false;

  constructor(private readonly host: PipelineHost) {}

  get isIdle(): boolean {
    return this.running === undefined && this.waiting.length === 0;
  }

  enter(one: Waiting): void {
    if (this.closed) {
      one.reply({ ok: false, error: UNAVAILABLE });
      return;
    }
    this.waiting.push(one);
    this.running ??= this.drain().finally(() => (this.running = undefined));
  }

  /** Takes in nothing more, and resolves when what waits is answered. */
  async close(): Promise<void> {
    this.closed = true;
    await this.running;
  }

  private async drain(): Promise<void> {
    // Whatever arrives in the same moment as the first goes into the same batch.
    await Promise.resolve();
    while (this.waiting.length > 0) {
      const batch = this.waiting.slice(0, this.together());
      this.waiting = this.waiting.slice(batch.length);
      await this.commit(batch);
    }
  }

  /** How many of those that wait are committed together. What reaches into another log begins a batch of its own. */
  private together(): number {
    const next = this.waiting.slice(0, BATCH_LIMIT);
    const reaches = next.findIndex(({ command }, index) => index > 0 && command && REACHING.has(command.type));
    return reaches < 0 ? next.length : reaches;
  }

  private async commit(waiting: readonly Waiting[]): Promise<void> {
    const { log } = this.host;
    for (let attempt = 1; attempt <= ATTEMPTS; attempt += 1) {
      const tried = { late: false };
      try {
        await within(PATIENCE_MS, this.attempt(waiting, tried));
        return;
      } catch (error) {
        tried.late = true;
        const failure = error instanceof TookTooLong ? 'lost' : failureOf(error);
        if (failure === 'content' || failure === 'unexpected') {
          this.host.logger[failure === 'content' ? 'warn' : 'error']({ err: bare(error) }, 'a batch was not stored');
          await this.oneByOne(waiting, failure === 'content' ? UNSTORABLE : UNAVAILABLE);
          return;
        }
        if (failure === 'lost') this.host.logger.warn({ err: bare(error) }, 'the database was lost during a commit');
        try {
          await within(PATIENCE_MS, this.recover(waiting, failure === 'lost'));
        } catch {
          this.answer(waiting, () => ({ ok: false, error: UNAVAILABLE }));
          return;
        }
      }
    }
    this.host.logger.error({ sessionId: log.sessionId }, 'a batch lost every race');
    this.answer(waiting, () => ({ ok: false, error: UNAVAILABLE }));
  }

  /** Once `tried.late` its answers count for nothing: somebody else has taken over. */
  private async attempt(waiting: readonly Waiting[], tried: { late: boolean }): Promise<void> {
    const { log, logger } = this.host;
    await log.open();
    const began = performance.now();
    const batch = await decideBatch(
      {
        ...(await this.host.source()),
        state: log.state,
        known: (commandId) => log.commandKnown(commandId),
        onFault: (error) => logger.error({ err: error }, 'a command could not be decided'),
      },
      waiting,
    );
    // What is refused, or changes nothing, was perhaps accepted before: the log knows.
    const doubtful = batch.doubtful.flatMap((index) => waiting[index]?.command?.id ?? []);
    const [known] = await Promise.all([
      doubtful.length > 0 ? commandsIn(log.sessionId, doubtful) : undefined,
      batch.appended.length > 0 ? append(batch.appended, batch.changes) : undefined,
    ]);
    counted.batchSize.observe(waiting.length);
    counted.commitSeconds.observe((performance.now() - began) / 1000);
    this.committed(batch);
    if (tried.late) return;
    for (const index of batch.doubtful) {
      const one = waiting[index];
      if (!one?.command) continue;
      const before = known?.get(one.command.id);
      if (before) batch.answers[index] = answerAgain(before, one.actor, one.digest);
      const ack = batch.answers[index];
      // No event tells of what changed nothing: only memory can give the same answer again.
      if (ack?.ok) log.rememberCommand(one.command.id, { by: one.actor.id, digest: one.digest, seq: ack.seq });
    }
    this.answer(waiting, (_, index) => batch.answers[index]);
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
  private async recover(waiting: readonly Waiting[], lost: boolean): Promise<void> {
    const { log, onRewound } = this.host;
    if (lost) {
      if (await log.reread()) onRewound();
    } else {
      await log.catchUp();
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
    for (const one of waiting) await this.commit([one]);
  }

  private answer(waiting: readonly Waiting[], ackOf: (one: Waiting, index: number) => Ack | undefined): void {
    for (const [index, one] of waiting.entries()) {
      const ack = ackOf(one, index) ?? { ok: false, error: UNAVAILABLE };
      counted.commands.inc({ type: one.command?.type ?? 'system', code: ack.ok ? 'ok' : ack.error.code });
      one.reply(ack);
    }
  }
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

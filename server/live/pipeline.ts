import { UNAVAILABLE } from '@/domain/errors';
import type { CommandType } from '@/domain/permissions';
import { isPlainWord, type Waiting } from './batch';
import { Committer, type CommitHost, type Flight, type Train } from './committer';

/** Commands that are committed together at most. */
const BATCH_LIMIT = 256;
/** What carries over into the next session's log, or takes back from it, must find it as it is stored. */
const REACHING: ReadonlySet<CommandType> = new Set(['session.end', 'session.cancel', 'session.reopen']);

/**
 * The one way into a session's log. All that waits is decided and committed together (group commit), in the order of
 * arrival; every answer, a refusal too, leaves only after the commit of its batch. While plain words are committed, the
 * next ones are decided on the state that those will leave, and sent behind them: they count only if those do.
 */
export class Pipeline {
  private waiting: Waiting[] = [];
  private running: Promise<void> | undefined;
  /** The words that are being written, and those that set out behind them. */
  private flight: Flight | undefined;
  private behind: Train | undefined;
  private closed = false;
  private readonly committer: Committer;

  constructor(host: CommitHost) {
    this.committer = new Committer(host, {
      takenOff: (flight) => {
        this.flight = flight;
        this.setOut();
      },
      landed: () => (this.flight = undefined),
      failed: () => this.callBack(),
    });
  }

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
    this.setOut();
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
      let train: Train | undefined = { waiting: this.take(this.together()) };
      while (train) {
        await this.committer.commit(train);
        train = this.behind;
        this.behind = undefined;
      }
    }
  }

  /** How many of those that wait are committed together. What reaches into another log begins a batch of its own. */
  private together(): number {
    const next = this.waiting.slice(0, BATCH_LIMIT);
    const reaches = next.findIndex(({ command }, index) => index > 0 && command && REACHING.has(command.type));
    return reaches < 0 ? next.length : reaches;
  }

  /** Lets the words that wait set out behind those under way, once they are as many: small batches cost the most. */
  private setOut(): void {
    const { flight } = this;
    if (!flight || this.behind || this.waiting.length < flight.ids.size) return;
    const next = this.waiting.slice(0, BATCH_LIMIT);
    if (!next.every((one) => isPlainWord(one) && !flight.ids.has(one.command?.id))) return;
    const waiting = this.take(next.length);
    this.behind = { waiting, prepared: this.committer.prepare(waiting, flight.after, flight.last) };
  }

  /** What set out behind words that the log doesn't have goes back to the head of the line, once that is sure. */
  private async callBack(): Promise<void> {
    const { behind } = this;
    this.flight = undefined;
    this.behind = undefined;
    if (!behind) return;
    this.waiting = [...behind.waiting, ...this.waiting];
    await this.committer.undone(behind);
  }

  private take(count: number): Waiting[] {
    const taken = this.waiting.slice(0, count);
    this.waiting = this.waiting.slice(count);
    return taken;
  }
}

import PgBoss from 'pg-boss';
import type { Logger } from '../log';

/** How often things are looked after, in seconds. Tests are in more of a hurry. */
export interface JobPace {
  /** A job that was taken by a server that is gone is free again after this, and after the next look. */
  expire: number;
  look: number;
  /** Between two looks for jobs of other servers. */
  poll: number;
  /** Before the second try of a job that failed; each wait is twice as long as the one before. */
  retry: number;
}

export const JOB_PACE: JobPace = { expire: 120, look: 60, poll: 10, retry: 30 };

const START_AGAIN_MS = 10_000;
const STOP_MS = 5_000;

export interface Job {
  id: string;
  /** It won't be tried again. */
  last: boolean;
}

export interface Queue {
  name: string;
  /** How often a job is tried again, with growing waits. */
  retries: number;
  /** How many are carried out at once. */
  atOnce: number;
  /** Carries out one job; what it throws makes it be tried again. */
  run: (job: Job) => Promise<void>;
  /** Makes a job of its own by the clock (cron, UTC), one for all servers. */
  cron?: string;
}

/** Jobs in PostgreSQL, which any server on the database may carry out, each once; in a schema of their own. */
export class Jobs {
  private boss: PgBoss | undefined;
  private readonly workers = new Map<string, string>();
  private opening: Promise<void> = Promise.resolve();
  private closed = false;
  private again: NodeJS.Timeout | undefined;

  constructor(
    private readonly url: string,
    private readonly log: Logger,
    private readonly pace: JobPace = JOB_PACE,
  ) {}

  /** Begins to carry out the jobs of these queues; tries again by itself where the database is away. */
  start(queues: readonly Queue[], onOpen: () => void): void {
    this.opening = this.open(queues).then(onOpen, (error: unknown) => {
      this.log.warn({ code: codeOf(error) }, 'the queue of jobs could not be opened');
      if (!this.closed) this.again = setTimeout(() => this.start(queues, onOpen), START_AGAIN_MS).unref();
    });
  }

  /** Hands jobs over, to be begun at once; one whose id is there already is left as it is. Nothing before the start. */
  async add(queue: string, ids: readonly string[]): Promise<void> {
    await this.boss?.insert(ids.map((id) => ({ id, name: queue })));
    const worker = this.workers.get(queue);
    if (worker) this.boss?.notifyWorker(worker);
  }

  /** Whether jobs can be handed over. */
  isOpen(): boolean {
    return this.boss !== undefined && !this.closed;
  }

  /** Waits a moment for what is under way; the rest is done by another server, or after the next start. */
  async close(): Promise<void> {
    this.closed = true;
    clearTimeout(this.again);
    await this.opening;
    await this.boss?.stop({ graceful: true, timeout: STOP_MS });
  }

  private async open(queues: readonly Queue[]): Promise<void> {
    // One that failed to start never starts again.
    const boss = new PgBoss({
      connectionString: this.url,
      schema: 'jobs',
      max: 2,
      application_name: 'whetstone-jobs',
      maintenanceIntervalSeconds: this.pace.look,
      deleteAfterDays: 7,
    });
    // What is in an error may be somebody's address: its code alone is told.
    boss.on('error', (error) => this.log.warn({ code: codeOf(error) }, 'the jobs could not be looked after'));
    try {
      await boss.start();
      for (const queue of queues) await this.work(boss, queue);
    } catch (error) {
      await boss.stop({ graceful: false });
      throw error;
    }
    this.boss = boss;
  }

  private async work(boss: PgBoss, { name, retries, atOnce, run, cron }: Queue): Promise<void> {
    const how = {
      retryLimit: retries,
      retryDelay: this.pace.retry,
      retryBackoff: true,
      expireInSeconds: this.pace.expire,
    };
    await boss.createQueue(name, { name, ...how });
    // `createQueue` leaves one that an older version made as it was: it takes today's numbers here.
    await boss.updateQueue(name, { name, ...how });
    if (cron) await boss.schedule(name, cron);
    const options = { batchSize: atOnce, pollingIntervalSeconds: this.pace.poll, includeMetadata: true as const };
    const worker = await boss.work<object>(name, options, async (jobs) => {
      await Promise.all(
        jobs.map(async ({ id, retryCount, retryLimit }) => {
          // One that fails is tried again by itself, and not with those that went well beside it.
          await run({ id, last: retryCount >= retryLimit }).catch((error: unknown) =>
            boss.fail(name, id, { code: codeOf(error) }),
          );
        }),
      );
      // There may be more.
      boss.notifyWorker(worker);
    });
    this.workers.set(name, worker);
  }
}

function codeOf(error: unknown): string {
  return error instanceof Error ? ((error as NodeJS.ErrnoException).code ?? error.name) : 'unknown';
}

import { randomBytes } from 'node:crypto';
import { settingMadeOnce } from '@/db/settings';
import { readConfig, StartError } from './config';
import { openFace } from './face';
import { collectProcessMetrics } from './health';
import { openLive } from './live/live';
import { openLog, type Logger } from './log';
import { eraseQueue } from './jobs/erase';
import { Jobs } from './jobs/jobs';
import { openMail } from './mail/mail';
import { PlaceKeeper } from './place-keeper';
import { ScheduleKeeper } from './schedule-keeper';
import { openStorage } from './storage';
import { buildVersion } from './version';
import { openWeb } from './web';
import { openWebhooks } from './webhooks/webhooks';

/** A stop that takes longer than this is cut short: everything acknowledged is stored by then. */
const STOP_LIMIT_MS = 15_000;

type Close = () => Promise<void>;

/** What has been opened so far, to be closed in the opposite order. */
const opened: Close[] = [];
let stopping = false;

async function start(): Promise<void> {
  const began = performance.now();
  const config = readConfig(process.env);
  const log = openLog(config.logLevel);
  const storage = await openStorage(config, log, (error) => {
    say(`The database is lost: ${error.message}`);
    void stop(log, 1);
  });
  opened.push(storage.close);

  const authSecret = config.authSecret ?? (await settingMadeOnce('auth-secret', makeSecret));
  // NextAuth reads these by itself, in the pages' own module graph.
  process.env.NEXTAUTH_SECRET = authSecret;
  if (config.publicUrlGiven) process.env.NEXTAUTH_URL = config.publicUrl;
  else process.env.AUTH_TRUST_HOST = 'true';

  collectProcessMetrics();
  const web = await openWeb(config, () => stopping);
  opened.push(web.close);
  const version = await buildVersion();
  const keeper = new ScheduleKeeper(log);
  const live = await openLive(web.httpServer, { config, log, authSecret, version, onOver: keeper.over });
  const places = new PlaceKeeper(log);
  opened.push(
    live.close,
    () => keeper.close(),
    () => places.close(),
  );
  const jobs = new Jobs(storage.url, log);
  const mail = openMail({ config, log, authSecret, jobs });
  const webhooks = openWebhooks({ jobs, log, allowPrivate: config.webhooksAllowPrivate });
  opened.push(mail.close, webhooks.close, () => jobs.close());
  openFace({ config, log, authSecret, version, live, mail, webhooks });
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) process.on(signal, () => void stop(log, 0));
  await web.listen();
  log.info({ port: config.port, ms: Math.round(performance.now() - began) }, 'ready');
  say(`Whetstone is ready at ${config.publicUrl}`);
  keeper.start(live);
  places.start();
  // Nothing of it delays the start.
  jobs.start([...mail.queues, ...webhooks.queues, eraseQueue(log)], () => {
    mail.opened();
    webhooks.opened();
  });
}

async function stop(log: Logger, code: number): Promise<void> {
  if (stopping) return;
  stopping = true;
  log.info('stopping');
  setTimeout(() => process.exit(1), STOP_LIMIT_MS).unref();
  await closeAll(log);
  process.exit(code);
}

async function closeAll(log?: Logger): Promise<void> {
  for (const close of opened.reverse()) await close().catch((error: unknown) => log?.error({ err: error }, 'closing'));
}

function makeSecret(): string {
  return randomBytes(32).toString('base64url');
}

function say(sentence: string): void {
  process.stderr.write(`${sentence}\n`);
}

start().catch(async (error: unknown) => {
  // What a person can mend is one sentence; anything else is ours to mend, and keeps its stack.
  say(error instanceof StartError ? error.message : `Whetstone could not start: ${stackOf(error)}`);
  await closeAll();
  process.exit(1);
});

function stackOf(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

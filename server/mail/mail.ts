import { SENDERS } from '@/db/connection';
import { planCancellations, planMail } from '@/db/mail-plan';
import { queueDueMail, tidyOutbox } from '@/db/outbox';
import type { Face, MailFace } from '../face';
import type { Jobs, Queue } from '../jobs/jobs';
import { readOffLink } from './off-link';
import { postMail, type Step } from './post';
import { openMailServer, toldOf } from './smtp';

const DAY_MS = 24 * 60 * 60_000;
const TIDY = { giveUpMs: 3 * DAY_MS, keepMs: 90 * DAY_MS };
const LOOK_EVERY_MS = 10_000;

/** Eleven tries over about seventeen hours: a mail server may be away for a night. */
const RETRIES = 10;

const SEND = 'send-mail';
const PLAN = 'plan-mail';

/** The mail that leaves this server. */
export interface Mail extends MailFace {
  /** The jobs that it is made of. */
  queues: Queue[];
  /** Begins to send, once jobs can be handed over. */
  opened: () => void;
  /** Writes what has come due, as happens every minute. */
  plan: () => Promise<void>;
  close: () => Promise<void>;
}

export interface MailOptions extends Pick<Face, 'config' | 'log' | 'authSecret'> {
  jobs: Pick<Jobs, 'add' | 'isOpen'>;
  /** How many mails are handed over at once. */
  atOnce?: number;
  onStep?: ((step: Step | 'queued') => void) | undefined;
}

/** Opens the mail: it is sent from the outbox, by jobs that any server on this database may carry out. */
export function openMail({ config, log, authSecret, jobs, atOnce = SENDERS, onStep }: MailOptions): Mail {
  const server = config.smtpUrl === undefined ? undefined : openMailServer(config.smtpUrl);
  const sender = { from: config.mailFrom, origin: config.publicUrl, secret: authSecret };
  const post = { ...sender, server, log, onStep };
  let looking: Promise<void> | undefined;
  let timer: NodeJS.Timeout | undefined;
  let lookAgain = false;

  const lookOnce = async (): Promise<void> => {
    await planCancellations();
    const queued = await queueDueMail(async (ids) => {
      await jobs.add(SEND, ids);
      onStep?.('queued');
    });
    if (queued > 0) lookAgain = true;
  };
  const look = (): void => {
    lookAgain = true;
    if (looking || !jobs.isOpen()) return;
    const all = async () => {
      while (lookAgain && jobs.isOpen()) {
        lookAgain = false;
        await lookOnce();
      }
    };
    looking = all()
      .catch((error: unknown) => log.warn(toldOf(error), 'the outbox could not be read'))
      .finally(() => (looking = undefined));
  };
  const plan = async (): Promise<void> => {
    await planMail();
    await tidyOutbox(TIDY);
    look();
  };

  return {
    sends: server !== undefined,
    look,
    plan,
    readOffLink: (token) => readOffLink(token, authSecret),
    queues: [
      { name: SEND, retries: RETRIES, atOnce, run: (job) => postMail(job, post) },
      { name: PLAN, retries: 0, atOnce: 1, run: plan, cron: '* * * * *' },
    ],
    opened: () => {
      if (server && !config.publicUrlGiven) log.warn(`links in mail lead to ${config.publicUrl}: set PUBLIC_URL`);
      look();
      timer = setInterval(look, LOOK_EVERY_MS).unref();
    },
    close: async () => {
      clearInterval(timer);
      await looking;
      server?.close();
    },
  };
}

import { noteTry, queueDeliveries, spreadNews, tidyDeliveries, waitingDelivery } from '@/db/webhook-deliveries';
import type { WebhookFace } from '../face';
import type { Job, Jobs, Queue } from '../jobs/jobs';
import type { Logger } from '../log';
import { unfitness, UNFIT_WORDS } from './address';
import { postTo } from './post';
import { makeWebhookSecret } from './signature';

const SEND = 'send-webhook';
const TIDY = 'tidy-webhooks';
/** Nine tries over more than four hours. */
const RETRIES = 9;
const AT_ONCE = 4;
const KEEP_DAYS = 30;
const LOOK_EVERY_MS = 2_000;

/** The moments between which a process can end. */
export type WebhookStep = 'queued' | 'answered' | 'noted';

/** What tells other programs of a lab. */
export interface Webhooks extends WebhookFace {
  queues: Queue[];
  /** The jobs can be handed over now. */
  opened: () => void;
  close: () => Promise<void>;
}

interface WebhookOptions {
  jobs: Pick<Jobs, 'add' | 'isOpen'>;
  log: Logger;
  allowPrivate: boolean;
  lookEveryMs?: number;
  /** How often it is tried again before it is given up. */
  retries?: number;
  /** Tests end the process there. */
  onStep?: (step: WebhookStep) => void;
}

/** Opens the webhooks: news become deliveries, and deliveries jobs that any server on this database may carry out. */
export function openWebhooks(options: WebhookOptions): Webhooks {
  const { jobs, log, allowPrivate, lookEveryMs = LOOK_EVERY_MS, retries = RETRIES, onStep } = options;
  let timer: NodeJS.Timeout | undefined;
  let looking: Promise<void> | undefined;
  let again = false;

  const lookOnce = async () => {
    const spread = await spreadNews();
    const queued = await queueDeliveries(async (ids) => {
      await jobs.add(SEND, ids);
      onStep?.('queued');
    });
    if (spread + queued > 0) again = true;
  };
  const look = (): void => {
    again = true;
    if (looking || !jobs.isOpen()) return;
    const all = async () => {
      while (again && jobs.isOpen()) {
        again = false;
        await lookOnce();
      }
    };
    looking = all()
      .catch(() => log.warn('the webhooks could not be looked after'))
      .finally(() => (looking = undefined));
  };

  const send = async ({ id, last }: Job): Promise<void> => {
    const delivery = await waitingDelivery(id);
    if (!delivery) return;
    if (!delivery.enabled) {
      return noteTry(id, { status: null, answer: 'The webhook is switched off.', tookMs: 0, became: 'failed' });
    }
    const answered = await postTo(delivery, allowPrivate);
    onStep?.('answered');
    const delivered = answered.status !== null && answered.status >= 200 && answered.status < 300;
    await noteTry(id, { ...answered, became: delivered ? 'delivered' : last ? 'failed' : 'waiting' });
    onStep?.('noted');
    log.info({ delivery: id, status: answered.status, ms: answered.tookMs, last }, 'a webhook was told');
    if (!delivered && !last) throw new Error('NotDelivered');
  };

  return {
    queues: [
      { name: SEND, retries, atOnce: AT_ONCE, run: send },
      { name: TIDY, retries: 0, atOnce: 1, run: () => tidyDeliveries(KEEP_DAYS), cron: '23 3 * * *' },
    ],
    look,
    makeSecret: makeWebhookSecret,
    unfit: (url) => {
      const why = unfitness(url, allowPrivate);
      return why && UNFIT_WORDS[why];
    },
    opened: () => {
      look();
      timer = setInterval(look, lookEveryMs).unref();
    },
    close: async () => {
      clearInterval(timer);
      await looking;
    },
  };
}

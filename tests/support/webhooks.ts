import { addWebhook, webhooksOf } from '@/db/webhooks';
import type { Membership } from '@/db/labs';
import { WEBHOOK_EVENTS, type WebhookEvent } from '@/domain/webhooks';
import { Jobs } from '@/server/jobs/jobs';
import { openLog } from '@/server/log';
import { openWebhooks, type WebhookStep } from '@/server/webhooks/webhooks';
import { HURRIED } from './mail';

export const SECRET = 'whsec_a secret for the tests alone';

export interface RunningWebhooks {
  look: () => void;
  close: () => Promise<void>;
}

/** The webhooks of a server in this process, begun; needs an open database. They reach loopback, as an operator may allow. */
export function startWebhooks(
  databaseUrl: string,
  options: { allowPrivate?: boolean; retries?: number; onStep?: (step: WebhookStep) => void } = {},
): RunningWebhooks {
  const log = openLog(process.env.TEST_LOG ?? 'silent');
  const jobs = new Jobs(databaseUrl, log, HURRIED);
  const webhooks = openWebhooks({ jobs, log, allowPrivate: true, lookEveryMs: 100, ...options });
  jobs.start(webhooks.queues, webhooks.opened);
  return {
    look: webhooks.look,
    close: async () => {
      await jobs.close();
      await webhooks.close();
    },
  };
}

/** Adds a webhook to a host's lab; its id. */
export async function makeWebhook(
  host: Membership,
  url: string,
  events: readonly WebhookEvent[] = WEBHOOK_EVENTS,
): Promise<string> {
  await addWebhook(host, { url, events: [...events], secret: SECRET });
  return (await webhooksOf(host)).at(-1)!.id;
}

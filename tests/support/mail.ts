import { database, sqlClient } from '@/db/connection';
import { putMail } from '@/db/outbox';
import { readConfig } from '@/server/config';
import { Jobs, type JobPace } from '@/server/jobs/jobs';
import { openLog } from '@/server/log';
import { openMail, type Mail, type MailOptions } from '@/server/mail/mail';

/** Jobs of a server that is gone are free again after some seconds; a slow machine is done with a mail by then. */
export const HURRIED: JobPace = { expire: 4, look: 1, poll: 0.5, retry: 1 };

/** The mail of a server in this process, begun; needs an open database. */
export function startMail(
  databaseUrl: string,
  environment: Record<string, string> = {},
  options: Partial<MailOptions> = {},
): Mail {
  const config = readConfig({ NODE_ENV: 'test', PUBLIC_URL: 'https://lab.example', ...environment });
  const log = openLog(process.env.TEST_LOG ?? 'silent');
  const jobs = new Jobs(databaseUrl, log, HURRIED);
  const mail = openMail({ config, log, authSecret: 'a secret for the tests alone', jobs, ...options });
  jobs.start(mail.queues, mail.opened);
  return {
    ...mail,
    close: async () => {
      await jobs.close();
      await mail.close();
    },
  };
}

let written = 0;

/** Writes a mail that is no account’s to turn off; returns its address. */
export async function writeMail(until = new Date(Date.now() + 3_600_000)): Promise<string> {
  const to = `reader${(written += 1)}@example.com`;
  await putMail(database(), {
    kind: 'password_reset',
    key: `password_reset:${to}`,
    to,
    data: { token: `token-${written}`, until: until.toISOString() },
  });
  return to;
}

export interface OutboxRow {
  key: string;
  sent: boolean;
  dropped: string | null;
  data: Record<string, unknown>;
}

export async function outboxRows(): Promise<OutboxRow[]> {
  return sqlClient()<OutboxRow[]>`
    select key, sent_at is not null as sent, dropped, data from outbox order by created_at, id`;
}

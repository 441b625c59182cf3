import { isLeaving } from '@/db/leaving';
import { readerOf, wantsMail } from '@/db/mail-choices';
import { readMail } from '@/db/mail-facts';
import { settleMail, type StoredMail, type Verdict } from '@/db/outbox';
import { isChosen } from '@/domain/mail/kinds';
import type { Job } from '../jobs/jobs';
import type { Logger } from '../log';
import { messageOf, type Sender } from './message';
import { maskedAddress, refusedForGood, toldOf, type MailServer } from './smtp';

/** The moments between which a process can end. */
export type Step = 'taken' | 'marked' | 'handed_over' | 'committed';

export interface PostOptions extends Sender {
  /** None: what would be sent is logged, and let go. */
  server: MailServer | undefined;
  log: Logger;
  /** Hears of each step; tests end the process there. */
  onStep?: ((step: Step) => void) | undefined;
}

class Busy extends Error {
  override name = 'MailIsBusy';
}

/** Sends the mail of a job, or lets it go. Throws where it is to be tried again. */
export async function postMail(job: Job, options: PostOptions): Promise<void> {
  const { log, onStep } = options;
  try {
    const became = await settleMail(job.id, (mail) => judge(mail, options));
    onStep?.('committed');
    if (became === 'busy') throw new Busy('another server has it');
    if (became === 'sent') log.info({ outbox: job.id }, 'mail was sent');
  } catch (error) {
    if (error instanceof Busy) throw error;
    const forGood = refusedForGood(error);
    log.warn({ outbox: job.id, ...toldOf(error), forGood, last: job.last }, 'mail could not be sent');
    if (!forGood && !job.last) throw error;
    await settleMail(job.id, async () => ({ drop: forGood ? 'refused' : 'gave_up' }));
  }
}

async function judge(mail: StoredMail, options: PostOptions): Promise<Verdict> {
  const { server, log, onStep } = options;
  onStep?.('taken');
  const reader = readerOf(mail);
  if (reader && isChosen(mail.kind) && !(await wantsMail(reader, mail.kind))) return { drop: 'turned_off' };
  // What a lab has to say can wait for who may be gone; what their account says must reach them.
  if (mail.labId !== null && mail.userId && (await isLeaving(mail.userId))) return { drop: 'turned_off' };
  const read = await readMail(mail);
  if (!read) return { drop: 'out_of_date' };
  if (!server) {
    const about = { outbox: mail.id, kind: mail.kind, to: maskedAddress(mail.to) };
    log.info(about, 'mail would have been sent: set SMTP_URL');
    return { drop: 'no_mail_server' };
  }
  const message = messageOf(mail, read, options);
  return {
    send: async () => {
      onStep?.('marked');
      await server.hand(message);
      onStep?.('handed_over');
    },
  };
}

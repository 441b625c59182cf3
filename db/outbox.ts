import { v7 as newId } from 'uuid';
import type { NewMail } from '@/domain/mail/data';
import type { MailKind } from '@/domain/mail/kinds';
import type { Database, Transaction } from './connection';
import { outbox } from './schema';

/**
 * Writes a mail into the outbox, in the transaction of what it tells of: both happen, or neither. One with the same key
 * is there once, however often it is written. It is sent soon; `face().mail.look()` after the commit sends it at once.
 */
export async function putMail<Kind extends MailKind>(tx: Transaction | Database, mail: NewMail<Kind>): Promise<void> {
  await putMails(tx, [mail]);
}

/** Writes many as one: none where the list is empty. */
export async function putMails(tx: Transaction | Database, mails: readonly NewMail[]): Promise<void> {
  if (mails.length === 0) return;
  const rows = mails.map(({ data, ...mail }) => ({ id: newId(), ...mail, data: { ...data } }));
  await tx.insert(outbox).values(rows).onConflictDoNothing({ target: outbox.key });
}

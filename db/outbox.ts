import { and, asc, eq, inArray, isNotNull, isNull, lt, lte, or, sql, type SQL } from 'drizzle-orm';
import { v7 as newId } from 'uuid';
import type { NewMail } from '@/domain/mail/data';
import type { MailKind } from '@/domain/mail/kinds';
import { database, sendersDatabase, type Database, type Transaction } from './connection';
import { failureOf } from './errors';
import { outbox } from './schema';

const QUEUE_LIMIT = 500;

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

/** A mail that is neither sent nor let go. */
export const isWaiting = and(isNull(outbox.sentAt), isNull(outbox.droppedAt));

/** Lets go of mail that waits and is out of date; what is being sent this moment is sent. */
export async function dropWaiting(tx: Transaction, which: SQL | undefined): Promise<void> {
  const dropped: Dropped = 'out_of_date';
  const free = tx
    .select({ id: outbox.id })
    .from(outbox)
    .where(and(isWaiting, which))
    .for('update', { skipLocked: true });
  await tx
    .update(outbox)
    .set({ dropped, droppedAt: sql`now()`, data: {} })
    .where(inArray(outbox.id, free));
}

/**
 * Hands the mails that are due to the queue of jobs, the first due first. A crash between the two hands a mail over
 * again: the queue takes each id once. Returns how many there were.
 */
export async function queueDueMail(hand: (ids: string[]) => Promise<void>): Promise<number> {
  const db = database();
  const rows = await db
    .select({ id: outbox.id })
    .from(outbox)
    .where(and(isWaiting, isNull(outbox.queuedAt), lte(outbox.dueAt, sql`now()`)))
    .orderBy(asc(outbox.dueAt))
    .limit(QUEUE_LIMIT);
  const ids = rows.map(({ id }) => id);
  if (ids.length === 0) return 0;
  await hand(ids);
  await db
    .update(outbox)
    .set({ queuedAt: sql`now()` })
    .where(inArray(outbox.id, ids));
  return ids.length;
}

export type StoredMail = Pick<
  typeof outbox.$inferSelect,
  'id' | 'kind' | 'to' | 'userId' | 'labId' | 'sessionId' | 'data'
>;

/** Why a mail was not sent. */
export type Dropped = 'turned_off' | 'out_of_date' | 'no_mail_server' | 'refused' | 'gave_up';

/** What is to be done with a mail: hand it over, or let it go. */
export type Verdict = { send: () => Promise<void> } | { drop: Dropped };

/**
 * Sends a mail or drops it, once: its row is held until that is done, so that no other server does it too. The row says
 * "sent" before the mail server is asked, in a transaction that is only committed once it has taken the mail; so all
 * that a crash can come between is its answer and our commit. Throws what `send` throws, with the mail still waiting.
 * "busy" where another server holds it just now.
 */
export async function settleMail(
  id: string,
  judge: (mail: StoredMail) => Promise<Verdict>,
): Promise<'sent' | Dropped | 'busy' | 'settled'> {
  const settle = async (tx: Transaction) => {
    // Whoever marks it as queued holds it for a moment; whoever sends it, for longer.
    await tx.execute(sql`set local lock_timeout = '2s'`);
    const [mail] = await tx
      .select()
      .from(outbox)
      .where(and(eq(outbox.id, id), isWaiting))
      .for('update');
    if (!mail) return 'settled';
    const verdict = await judge(mail);
    // What it was made of may be a link that is its reader's alone.
    const done = 'drop' in verdict ? { dropped: verdict.drop, droppedAt: sql`now()` } : { sentAt: sql`now()` };
    await tx
      .update(outbox)
      .set({ ...done, data: {} })
      .where(eq(outbox.id, id));
    if ('drop' in verdict) return verdict.drop;
    await verdict.send();
    return 'sent';
  };
  try {
    return await sendersDatabase().transaction(settle);
  } catch (error) {
    if (failureOf(error) === 'again') return 'busy';
    throw error;
  }
}

/** Lets go of mail that could not be sent for `giveUpMs`, and forgets what was settled longer than `keepMs` ago. */
export async function tidyOutbox({ giveUpMs, keepMs }: { giveUpMs: number; keepMs: number }): Promise<void> {
  const ago = (ms: number) => sql`now() - ${ms} * interval '1 ms'`;
  const dropped: Dropped = 'gave_up';
  const db = database();
  await db
    .update(outbox)
    .set({ dropped, droppedAt: sql`now()`, data: {} })
    .where(and(isWaiting, lt(outbox.dueAt, ago(giveUpMs))));
  await db
    .delete(outbox)
    .where(
      or(
        and(isNotNull(outbox.sentAt), lt(outbox.sentAt, ago(keepMs))),
        and(isNotNull(outbox.droppedAt), lt(outbox.droppedAt, ago(keepMs))),
      ),
    );
}

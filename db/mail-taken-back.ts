import { and, asc, eq, inArray, isNotNull, sql } from 'drizzle-orm';
import type { MailData, SessionMove } from '@/domain/mail/data';
import type { Transaction } from './connection';
import { dropWaiting, isWaiting } from './outbox';
import { outbox } from './schema';

export const MOVED = 'session_moved';
export const CANCELLED = 'session_cancelled';
/** So many mails are taken back with one statement. */
const WAITING_PAGE = 1000;

/**
 * What mails that wait say of these sessions they say no more; one that says nothing else is let go, and what is being
 * sent this moment is sent. Returns what they would have said, and to whom, the first first.
 */
export async function takeBack<Kind extends keyof Lists>(
  tx: Transaction,
  { labId, kind, list, ids }: { labId: string; kind: Kind; list: Lists[Kind]['list']; ids: string[] },
): Promise<Unsaid<Kind>[]> {
  // That a session is held after all goes on waiting: who heard that it is cancelled is to hear it.
  const toTakeBack = and(
    eq(outbox.labId, labId),
    eq(outbox.kind, kind),
    isWaiting,
    isNotNull(outbox.userId),
    sql`not ${outbox.data} ? 'held'`,
    sql`exists (select 1 from jsonb_array_elements(${outbox.data} -> ${list}::text) entry
      where ${inArray(sql`entry ->> 'sessionId'`, ids)})`,
  );
  const said: Unsaid<Kind>[] = [];
  for (;;) {
    // Those of the page before say no more of these sessions, and are not found again.
    const rows = await tx
      .select({ id: outbox.id, userId: outbox.userId, data: outbox.data })
      .from(outbox)
      .where(toTakeBack)
      .orderBy(asc(outbox.createdAt), asc(outbox.id))
      .limit(WAITING_PAGE)
      .for('update', { skipLocked: true });
    const left = rows.map(({ id, userId, data }) => {
      const entries = data[list] as Lists[Kind]['entry'][];
      const [gone, rest] = [true, false].map((is) => entries.filter(({ sessionId }) => ids.includes(sessionId) === is));
      if (userId !== null) said.push(...(gone ?? []).map((entry) => ({ ...entry, userId, mailId: id })));
      return { id, data: rest?.length ? { ...data, [list]: rest } : undefined };
    });
    await rewrite(tx, left);
    if (rows.length < WAITING_PAGE) return said;
  }
}

/** Has each of these mails say what is left of it; where nothing is, it is let go. */
async function rewrite(tx: Transaction, mails: { id: string; data: Record<string, unknown> | undefined }[]) {
  const rows = mails.flatMap(({ id, data }) =>
    data ? [sql`(${id}::uuid, ${JSON.stringify(data)}::text::jsonb)`] : [],
  );
  if (rows.length > 0)
    await tx.execute(sql`
      update outbox o set data = left_over.data from (values ${sql.join(rows, sql`, `)}) left_over (id, data)
      where o.id = left_over.id`);
  const empty = mails.flatMap(({ id, data }) => (data ? [] : [id]));
  if (empty.length > 0) await dropWaiting(tx, inArray(outbox.id, empty));
}

interface Lists {
  [MOVED]: { list: 'moves'; entry: SessionMove };
  [CANCELLED]: { list: 'sessions'; entry: MailData['session_cancelled']['sessions'][number] };
}

/** What a member was to be told, and is not. */
export type Unsaid<Kind extends keyof Lists> = Lists[Kind]['entry'] & { userId: string; mailId: string };

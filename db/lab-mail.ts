import { and, eq, gt, isNotNull, like, min, ne, or, sql } from 'drizzle-orm';
import type { LabChange } from '@/domain/mail/data';
import { toldAt } from '@/domain/mail/told-at';
import type { Role } from '@/domain/vocabulary';
import type { Transaction } from './connection';
import { dropWaiting, putMails } from './outbox';
import { labs, members, outbox, sessions, users } from './schema';

const MEMBER_LIMIT = 500;
/** A host hears of requests this often at most. */
const REQUEST_MAIL_MINUTES = 60;

interface Reader {
  userId: string;
  to: string;
}

const LAB_CHANGE = 'session_cancelled';

/**
 * Tells the members that the lab is archived, deleted or back, `since` then, in some minutes, sooner where a session is near, and
 * if it still is; who did it is not told. It stands for what still waits to be told of that; what they heard last they are not told again. In the transaction
 * that does it.
 */
export async function putLabChangeMail(
  tx: Transaction,
  { labId, by, because, since }: { labId: string; by: string; because: LabChange; since: Date },
): Promise<void> {
  const kind = LAB_CHANGE;
  await dropWaiting(tx, and(eq(outbox.labId, labId), like(outbox.key, `${kind}:${labId}:%`)));
  if (because !== 'back' && (await heardAway(tx, labId))) return;
  const dueAt = new Date(toldAt('lab', since.getTime(), await nextStart(tx, labId, since)));
  await putMails(
    tx,
    (await readersOf(tx, labId, { but: by })).map((reader) => ({
      kind,
      key: `${kind}:${labId}:${because}:${since.getTime()}:${reader.userId}`,
      ...reader,
      labId,
      data: { sessions: [], because, since: since.toISOString() },
      dueAt,
    })),
  );
}

/** When the lab's next session is to begin, ms since the epoch. */
async function nextStart(tx: Transaction, labId: string, after: Date): Promise<number | undefined> {
  const [row] = await tx
    .select({ at: min(sessions.startsAt) })
    .from(sessions)
    .where(and(eq(sessions.labId, labId), eq(sessions.status, 'scheduled'), gt(sessions.startsAt, after)));
  return row?.at?.getTime();
}

/** Whether the last that members were told of a lab, as far as the outbox remembers, is that it was put away or deleted. */
export async function heardAway(tx: Transaction, labId: string): Promise<boolean> {
  const lastSent = (...changes: LabChange[]) => {
    const keys = or(...changes.map((because) => like(outbox.key, `${LAB_CHANGE}:${labId}:${because}:%`)));
    return sql`(select max(${outbox.sentAt}) from ${outbox} where ${and(eq(outbox.labId, labId), keys)})`;
  };
  const [row] = await tx
    .select({
      heard: sql<boolean>`coalesce(${lastSent('archived', 'deleted')} > coalesce(${lastSent('back')}, '-infinity'), false)`,
    })
    .from(labs)
    .where(eq(labs.id, labId));
  return row?.heard ?? false;
}

/**
 * Tells a lab's hosts that somebody asks to join: at once, unless they had such a mail within the last hour. Then it waits
 * until that is over, and tells of all who have asked by then; where one waits already there is nothing to write. In the
 * transaction that stores the request.
 */
export async function putRequestMail(
  tx: Transaction,
  { labId, requestId }: { labId: string; requestId: string },
): Promise<void> {
  const kind = 'request';
  const earlier = await tx
    .select({
      userId: outbox.userId,
      waits: sql<boolean>`bool_or(${outbox.sentAt} is null and ${outbox.droppedAt} is null)`,
      again: sql<Date>`max(${outbox.dueAt}) + ${REQUEST_MAIL_MINUTES} * interval '1 minute'`.mapWith(outbox.dueAt),
    })
    .from(outbox)
    .where(and(eq(outbox.labId, labId), eq(outbox.kind, kind)))
    .groupBy(outbox.userId)
    .limit(MEMBER_LIMIT);
  const before = new Map(earlier.map(({ userId, ...mail }) => [userId, mail]));
  const hosts = await readersOf(tx, labId, { role: 'host' });
  await putMails(
    tx,
    hosts
      .filter(({ userId }) => !before.get(userId)?.waits)
      .map((reader) => {
        const again = before.get(reader.userId)?.again;
        const key = `${kind}:${requestId}:${reader.userId}` as const;
        return { kind, key, ...reader, labId, data: { requestId }, ...(again ? { dueAt: again } : {}) };
      }),
  );
}

/** The lab's members with an address. */
export async function readersOf(
  tx: Transaction,
  labId: string,
  only: { but?: string; role?: Role },
): Promise<Reader[]> {
  const rows = await tx
    .select({ userId: users.id, to: users.email })
    .from(members)
    .innerJoin(users, eq(users.id, members.userId))
    .where(
      and(
        eq(members.labId, labId),
        isNotNull(users.email),
        only.but ? ne(users.id, only.but) : undefined,
        only.role ? eq(members.role, only.role) : undefined,
      ),
    )
    .limit(MEMBER_LIMIT);
  return rows.map(({ userId, to }) => ({ userId, to: to ?? '' }));
}

import { and, eq, inArray, isNull, like, or, sql } from 'drizzle-orm';
import type { MailData, NewMail, SessionMove } from '@/domain/mail/data';
import { toldAt } from '@/domain/mail/told-at';
import { wallClock } from '@/domain/time-zone';
import { cancelledBefore, wasKnown, type Gone, type Instead } from './cancelled';
import type { Transaction } from './connection';
import { readersOf } from './lab-mail';
import { CANCELLED, MOVED, takeBack } from './mail-taken-back';
import { isWaiting, putMails } from './outbox';
import { outbox } from './schema';

/** How the key of a mail begins that tells of what is held after all. */
const HELD = `${CANCELLED}:held:`;
/** So many instants at most stand in a key. */
const MOST_INSTANTS = 100;

/** A change of the lab's sessions, and whose: who made it is not told. */
interface Change {
  labId: string;
  by: string | null;
}

/** One of the members, and one of the sessions. */
interface Told {
  userId: string;
  sessionId: string;
}

/** What members know by what is told of sessions that are held. */
interface Heard {
  /** To whom it is no news at which hour one of them is held now. */
  told: readonly Told[];
  /** Who was to hear that it is cancelled, and of which hour. */
  unsaid: readonly (Told & { startsAt: string })[];
}

/**
 * Tells the members that sessions were moved, a little later unless one is near: one mail a member for all of one change,
 * without what is no news to them (`heard`), or to anybody: where it was to be for less than a slip, nobody knew of it.
 * `change` names the change, such as the first session's id with its new revision. Where an earlier move still waits to be
 * told, this one tells of both; of one that is moved back by then nothing is told. That one is held after all is told with
 * its new time, where that waits. What is held `instead` of another session is told as that one's move. In the transaction
 * that moves them.
 */
export async function putMovedMail(
  tx: Transaction,
  {
    labId,
    by,
    change,
    moves: all,
    heard = { told: [], unsaid: [] },
    instead = [],
  }: Change & { change: string; moves: SessionMove[]; heard?: Heard; instead?: readonly Instead[] },
): Promise<void> {
  if (all.length === 0) return;
  const told = [...heard.told, ...(await tellHeldAt(tx, labId, all))];
  const asWas = ({ sessionId }: SessionMove) => instead.find((one) => one.sessionId === sessionId)?.goneId ?? sessionId;
  const known = await knownOf(tx, all.map(asWas));
  const moves = all.filter((move) => known.has(asWas(move)));
  if (moves.length === 0) return;
  const unsaid = await takeBack(tx, { labId, kind: MOVED, list: 'moves', ids: moves.map(asWas) });
  const dueAt = dueFor(moves.flatMap(({ from, to }) => [from, to]));
  const toReader = (userId: string, move: SessionMove): SessionMove => {
    const isIt = (one: Told) => one.userId === userId && one.sessionId === asWas(move);
    return { ...move, from: unsaid.find(isIt)?.from ?? heard.unsaid.find(isIt)?.startsAt ?? move.from };
  };
  const movesFor = (userId: string) =>
    moves
      .filter(({ sessionId }) => !told.some((one) => one.userId === userId && one.sessionId === sessionId))
      .map((move) => toReader(userId, move))
      .filter(({ from, to }) => from !== to);
  const mails = (await readersOf(tx, labId, by === null ? {} : { but: by })).map((reader): NewMail<typeof MOVED> => ({
    kind: MOVED,
    key: `${MOVED}:${change}:${reader.userId}`,
    ...reader,
    labId,
    data: { moves: movesFor(reader.userId) },
    dueAt,
  }));
  await putMails(
    tx,
    mails.filter(({ data }) => data.moves.length > 0),
  );
}

/**
 * Tells those members who cancelled, or last heard cancelled, what was to be at these sessions' instants, or on their days
 * where the lab has nothing else, that it meets then after all: one mail a member, as late as of a move. What still waits to
 * be told counts as never said: of these instants it is told no more, of another hour it names the one that comes instead. In
 * the transaction that schedules them, once it has. It is no news at which hour one of these is held now to whom the mail
 * tells it, and to who joined once it was cancelled and never knew of it.
 */
export async function putHeldMail(
  tx: Transaction,
  { labId, by, held, instead = [] }: Change & { held: string[]; instead?: readonly Instead[] },
): Promise<Heard> {
  const gone = await cancelledBefore(tx, held, instead);
  if (gone.length === 0) return { told: [], unsaid: [] };
  const unsaid = await takeBack(tx, {
    labId,
    kind: CANCELLED,
    list: 'sessions',
    ids: gone.flatMap(({ goneId, sameHour }) => (sameHour ? goneId : [])),
  });
  const said = await saidOf(
    tx,
    labId,
    gone.flatMap(({ stems }) => stems),
  );
  const readers = await readersOf(tx, labId, by === null ? {} : { but: by });
  const told = gone.flatMap(({ sessionId, joinedSince }) => joinedSince.map((userId): Told => ({ userId, sessionId })));
  const mails = readers.flatMap((reader): NewMail<typeof CANCELLED>[] => {
    const mine = said.filter(({ userId }) => userId === reader.userId);
    const theirs = unsaid.filter(({ userId }) => userId === reader.userId);
    const heardOf = gone.filter(
      (one) =>
        one.last && gone.some((any) => any.sessionId === one.sessionId && hasHeard(reader.userId, any, mine, theirs)),
    );
    const [first] = heardOf;
    if (!first) return [];
    const sessions = heardOf.map(({ sessionId, startsAt }) => ({ sessionId, startsAt }));
    told.push(...sessions.map(({ sessionId }) => ({ userId: reader.userId, sessionId })));
    // A cancellation is taken back once.
    const key = `${HELD}${first.stem.slice(CANCELLED.length + 1)}:${instantsOf(sessions)}:${reader.userId}` as const;
    const dueAt = dueFor(sessions.map(({ startsAt }) => startsAt));
    const alone = sessions.length === 1 ? { sessionId: first.sessionId } : {};
    return [{ kind: CANCELLED, key, ...reader, labId, ...alone, data: { sessions, held: true }, dueAt }];
  });
  await putMails(tx, mails);
  return { told, unsaid };
}

/** Has mails that wait, and tell that some of these are held after all, name the new time. Returns to whom it is no news. */
async function tellHeldAt(tx: Transaction, labId: string, moves: readonly SessionMove[]): Promise<Told[]> {
  const to = sql.join(
    moves.map((move) => sql`(${move.sessionId}::text, ${move.to}::text)`),
    sql`, `,
  );
  return tx.execute<Told & Record<string, unknown>>(sql`
    with moves (id, "to") as (values ${to}),
    waiting as (select o.id, o.data from outbox o where o.lab_id = ${labId} and o.kind = ${CANCELLED} and o.data ? 'held'
      and o.sent_at is null and o.dropped_at is null and o.user_id is not null and exists (select 1
        from jsonb_array_elements(o.data -> 'sessions') entry join moves m on m.id = entry ->> 'sessionId')
      for update of o skip locked),
    entries as (select w.id, jsonb_agg(case when m.id is null then e.entry
        else jsonb_build_object('sessionId', m.id, 'startsAt', m."to") end order by e.place) as sessions,
        array_agg(m.id) filter (where m.id is not null) as moved
      from waiting w, jsonb_array_elements(w.data -> 'sessions') with ordinality e (entry, place)
        left join moves m on m.id = e.entry ->> 'sessionId' group by w.id),
    told as (update outbox o set data = jsonb_set(o.data, '{sessions}', n.sessions),
        due_at = least(o.due_at, ${dueFor(moves.map((move) => move.to)).toISOString()}::timestamptz)
      from entries n where o.id = n.id returning o.user_id, n.moved)
    select user_id as "userId", unnest(moved) as "sessionId" from told`);
}

/** Those of the sessions that anybody can have known of. */
async function knownOf(tx: Transaction, ids: readonly string[]): Promise<Set<string>> {
  const rows = await tx.execute<{ id: string }>(sql`
    select s.id from sessions s where ${inArray(sql`s.id`, [...ids])} and ${sql.raw(wasKnown('now'))}`);
  return new Set(rows.map(({ id }) => id));
}

/** When members are told of a change that is made now, of what was or is to be at these instants. */
function dueFor(instants: readonly string[]): Date {
  return new Date(toldAt('sessions', Date.now(), Math.min(...instants.map((one) => Date.parse(one)))));
}

/** What of a mail that tells of these sessions stays in its key, once it was sent. */
function instantsOf(sessions: { startsAt: string }[]): string {
  const instants = sessions.slice(0, MOST_INSTANTS).map(({ startsAt }) => Date.parse(startsAt).toString(36));
  return instants.join('.');
}

/** The instants (ms) that `instantsOf` has put at the end of a key. */
function instantsIn(stem: string): number[] {
  const instants = stem.split(':').at(-1)?.split('.') ?? [];
  return instants.map((one) => Number.parseInt(one, 36));
}

/** Whether a member knows of this cancellation, and neither heard since that the lab meets then, nor is about to. */
function hasHeard(
  userId: string,
  { sessionId, startsAt, goneId, itself, sameHour, zone, by, last, stems }: Gone,
  said: readonly Said[],
  unsaid: readonly { mailId: string; sessionId: string }[],
): boolean {
  const held = said.filter(({ stem }) => stem.startsWith(HELD));
  // At whatever hour: `putMovedMail` has it name the new one.
  if (held.some(({ sessions }) => sessions?.some((one) => one.sessionId === sessionId))) return false;
  if (last && by === userId) return true;
  const dayOf = (at: number) => wallClock(new Date(at), zone).day;
  const [at, day] = [Date.parse(startsAt), dayOf(Date.parse(startsAt))];
  // Where it was moved before that was told, the key names an earlier hour.
  const back = held.filter(({ stem }) =>
    instantsIn(stem).some((one) => (sameHour && !itself ? one === at : dayOf(one) === day)),
  );
  return said.some(
    ({ id, stem, sentAt, waits }) =>
      stems.includes(stem) &&
      (sameHour ? !unsaid.some((one) => one.mailId === id && one.sessionId === goneId) : !waits) &&
      !back.some((after) => sentAt && after.sentAt && after.sentAt > sentAt),
  );
}

interface Said {
  id: string;
  userId: string | null;
  /** What its key is without its reader. */
  stem: string;
  /** Null while it is being sent, or waits. */
  sentAt: Date | null;
  /** It is neither sent nor let go, and not being sent: what it says is read once this is done. */
  waits: boolean;
  /** What it is to tell, as long as it waits. */
  sessions: MailData[typeof CANCELLED]['sessions'] | undefined;
}

/** The mails that tell, or told, of what has one of these stems, and of what is held after all. */
async function saidOf(tx: Transaction, labId: string, stems: string[]): Promise<Said[]> {
  const stem = sql<string>`left(${outbox.key}, -length(${outbox.userId}::text) - 1)`;
  const telling = and(
    eq(outbox.labId, labId),
    eq(outbox.kind, CANCELLED),
    isNull(outbox.droppedAt),
    or(inArray(stem, stems), like(outbox.key, `${HELD}%`)),
  );
  // Whoever sends a mail holds it from this lock too; whoever marks it as queued does not.
  const free = await tx
    .select({ id: outbox.id })
    .from(outbox)
    .where(and(telling, isWaiting))
    .for('key share', { skipLocked: true });
  const waiting = new Set(free.map(({ id }) => id));
  const rows = await tx
    .select({ id: outbox.id, userId: outbox.userId, stem, sentAt: outbox.sentAt, data: outbox.data })
    .from(outbox)
    .where(telling);
  return rows.map(({ data, ...mail }) => ({
    ...mail,
    waits: waiting.has(mail.id),
    sessions: data.sessions as Said['sessions'],
  }));
}

import { and, eq } from 'drizzle-orm';
import { v7 as newId } from 'uuid';
import type { Id } from '@/domain/session';
import { isAnotherAnswer, readsShared, type GrowthCheck, type GrowthLine, type ReflectionKey } from '@/domain/why';
import type { Role } from '@/domain/vocabulary';
import { sqlClient, type Transaction } from './connection';
import { shares } from './schema';

/** An answer to a buy-in question; instants in ms since the epoch. */
export interface Reflection {
  id: Id;
  question: ReflectionKey;
  body: string;
  writtenAt: number;
}

/** A line of the growth log. */
export interface GrowthEntry {
  check: GrowthCheck;
  body: string;
  /** The day that it is about, YYYY-MM-DD. */
  on: string;
  link: string | null;
  expiresOn: string | null;
  writtenAt: number;
}

export type Shareable = ReflectionKey | 'growth';

const ANSWER_LIMIT = 3000;

/** One's own answers, the newest of each question first; nobody else's are ever read by this. */
export async function reflectionsOf(userId: Id): Promise<Reflection[]> {
  return sqlClient()<Reflection[]>`
    select ${answer()} from reflections
    where user_id = ${userId} order by ${newestFirst()} limit ${ANSWER_LIMIT}`;
}

/** What became of an answer that was to be kept: `changed` says that another was kept elsewhere meanwhile, and which. */
export type KeptReflection = { kept: Id } | { changed: Reflection };

/**
 * Keeps an answer that was begun from the one with the id `base`, null for none; earlier ones stay. The newest one's words
 * once more, on their author's same day, are that one. Where the newest is neither the one that this was begun from nor
 * in the same words, nothing is kept, and the answer is that newest one.
 */
export async function keepReflection(
  userId: Id,
  { question, body, today, base }: { question: ReflectionKey; body: string; today: string; base: Id | null },
): Promise<KeptReflection> {
  return sqlClient().begin(async (tx): Promise<KeptReflection> => {
    // One after the other, so that two devices can't both keep the newest.
    await tx`select 1 from users where id = ${userId} for update`;
    const [newest] = await tx<(Reflection & { day: string })[]>`
      select ${answer()}, day::text from reflections where user_id = ${userId} and question = ${question}
      order by ${newestFirst()} limit 1`;
    if (newest && !isAnotherAnswer(newest, { body, day: today })) return { kept: newest.id };
    if (newest && newest.id !== base && newest.body !== body) return { changed: newest };
    const id = newId();
    await tx`
      insert into reflections (id, user_id, question, body, day, written_at)
      values (${id}, ${userId}, ${question}, ${body}, ${today}, clock_timestamp())`;
    return { kept: id };
  });
}

/** One's own growth log, the newest line of each check first: that one stands. Nobody else's is ever read by this. */
export async function growthOf(userId: Id): Promise<GrowthEntry[]> {
  return sqlClient()<GrowthEntry[]>`
    select ${line()} from growth_entries
    where user_id = ${userId} order by written_at desc, id desc limit ${ANSWER_LIMIT}`;
}

/** Adds a line to the growth log; it stands instead of the check's earlier one, which its owner keeps. */
export async function addGrowthLine(userId: Id, check: GrowthCheck, line: GrowthLine): Promise<void> {
  await sqlClient()`
    insert into growth_entries (id, user_id, growth_check, body, happened_on, link, expires_on)
    values (${newId()}, ${userId}, ${check}, ${line.body}, ${line.on}, ${line.link ?? null}, ${line.expiresOn ?? null})`;
}

/** A lab that one can share with, and what is shared with it. */
export interface SharingLab {
  id: Id;
  name: string;
  shared: Shareable[];
}

/** The labs in which somebody coaches or hosts, with what they share there. */
export async function sharingOf(userId: Id): Promise<SharingLab[]> {
  return sqlClient()<SharingLab[]>`
    select l.id, l.name, array(select s.what from shares s where s.user_id = m.user_id and s.lab_id = l.id) as shared
    from members m join labs l on l.id = m.lab_id
    where m.user_id = ${userId} and m.role <> 'observer' order by m.joined_at limit 100`;
}

/** Shares something with a lab that its author is in, or stops. Whether anything changed. */
export async function setShared(
  userId: Id,
  { labId, what, on }: { labId: Id; what: Shareable; on: boolean },
): Promise<boolean> {
  const sql = sqlClient();
  const changed = on
    ? await sql`
        insert into shares (user_id, lab_id, what)
        select user_id, lab_id, ${what} from members
        where user_id = ${userId} and lab_id = ${labId} and role <> 'observer'
        on conflict do nothing returning 1`
    : await sql`
        delete from shares where user_id = ${userId} and lab_id = ${labId} and what = ${what} returning 1`;
  return changed.length > 0;
}

/** Ends whatever somebody shares with a lab, as they leave it or only listen in from now on; in that transaction. */
export async function stopSharing(tx: Transaction, labId: Id, userId: Id): Promise<void> {
  await tx.delete(shares).where(and(eq(shares.labId, labId), eq(shares.userId, userId)));
}

/** What a member shares with their lab: the newest answers and the lines that stand, never earlier ones. */
export interface SharedWhy {
  reflections: { question: ReflectionKey; body: string }[];
  growth: Omit<GrowthEntry, 'writtenAt'>[];
}

/**
 * What somebody in a lab shares with it, for a viewer whose role there is given: nothing for who listens in, nor from
 * somebody who only listens in now, or is not of the lab any more.
 */
export async function sharedWhy(viewer: { role: Role; labId: Id }, authorId: Id): Promise<SharedWhy> {
  if (!readsShared(viewer.role)) return { reflections: [], growth: [] };
  const sql = sqlClient();
  const shared = sql`
    select s.what from shares s join members m on m.lab_id = s.lab_id and m.user_id = s.user_id
    where s.user_id = ${authorId} and s.lab_id = ${viewer.labId} and m.role <> 'observer'`;
  const [reflections, growth] = await Promise.all([
    sql<SharedWhy['reflections']>`
      select distinct on (question) question, body from reflections
      where user_id = ${authorId} and question in (${shared}) order by question, ${newestFirst()}`,
    sql<SharedWhy['growth']>`
      select "check", body, "on", link, "expiresOn" from (${standingLines(authorId)}) as lines
      where 'growth' in (${shared})`,
  ]);
  return { reflections: [...reflections], growth: [...growth] };
}

function answer() {
  return sqlClient()`id, question, body, ${written()}`;
}

/** By the instant at which it was written: its author's day can go back, as they fly west. */
function newestFirst() {
  return sqlClient()`written_at desc, id desc`;
}

function standingLines(userId: Id) {
  return sqlClient()`
    select distinct on (growth_check) ${line()}
    from growth_entries where user_id = ${userId} order by growth_check, written_at desc, id desc`;
}

function line() {
  return sqlClient()`growth_check as "check", body, happened_on::text as "on", link, expires_on::text as "expiresOn", ${written()}`;
}

function written() {
  return sqlClient()`(extract(epoch from written_at) * 1000)::float8 as "writtenAt"`;
}

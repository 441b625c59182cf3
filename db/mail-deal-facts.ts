import { climbOf, roomHolds } from '@/domain/ladder';
import type { MailData } from '@/domain/mail/data';
import type { MailFacts, UsedWords } from '@/domain/mail/facts';
import type { OwnLadder, Reveal } from '@/domain/session';
import { sqlClient } from './connection';
import { agreedAtOf } from './labs';
import type { MailFrame } from './mail-facts';
import { nameOf } from './names';
import { reports } from './reports';

const REPORT_LIMIT = 20;

/** Undefined once it was reported on, is about another day, or its rep has decided to move on or left the lab. */
export async function dueFacts(
  { commitmentId, dueOn }: MailData['commitment_due'],
  { lab, userId }: MailFrame,
): Promise<MailFacts['commitment_due'] | undefined> {
  if (!lab) return undefined;
  const [row] = await sqlClient()<Omit<MailFacts['commitment_due'], 'lab'>[]>`
    select c.id as "commitmentId", coalesce(s.account, s.title) as deal, c.due_on::text as "dueOn",
      c.next_step as words,
      array(
        select ${nameOf('c.lab_id', 'author')} from unnest(c.uses_of) as author where author <> c.rep_id) as uses
    from commitments c
      join scenarios s on s.id = c.scenario_id
      join members m on m.lab_id = c.lab_id and m.user_id = c.rep_id
    where c.id = ${commitmentId} and c.lab_id = ${lab.id} and c.rep_id = ${userId ?? null}
      and c.decision <> 'move_on' and c.due_on = ${dueOn}::date
      and not exists (select 1 from ${reports()})`;
  return row && { lab, ...row };
}

type ReportRow = Omit<UsedWords, 'climb'> & Record<'ladder' | 'before', OwnLadder | null> & { reveal: Reveal | null };

/**
 * What was last reported on each commitment that uses words of the reader, with what the last ladder of what was
 * reported since the mail before came to, since the one told before that; undefined where none of their words stand any
 * more, or they may not know: left, or have not agreed to the pledge.
 */
export async function usedFacts(
  { checkInIds }: MailData['words_used'],
  { lab, userId }: MailFrame,
): Promise<MailFacts['words_used'] | undefined> {
  if (!lab || !userId) return undefined;
  const rows = await sqlClient()<ReportRow[]>`
    select deal, rep, outcome, said, ladder, before, reveal, words from (
      select distinct on (c.id) coalesce(s.account, s.title) as deal,
        ${nameOf('c.lab_id', 'c.rep_id')} as rep, k.outcome,
        coalesce(k.note, c.next_step) as said, t.reveal, k.at, (
          select n.ladder from checkins n
          where n.commitment_id = c.id and n.at >= c.made_at and n.at <= k.at and n.ladder is not null
            and n.told_at is not distinct from k.told_at order by n.at desc, n.id desc limit 1) as ladder, (
          select n.ladder from checkins n
          where n.commitment_id = c.id and n.at >= c.made_at and n.at <= k.at and n.ladder is not null
            and n.told_at is distinct from k.told_at order by n.at desc, n.id desc limit 1) as before, (
          select w.body from contributions w
          where w.id = any(c.uses) and w.author_id = ${userId} and w.gone is null order by w.at limit 1) as words
      from checkins k
        join commitments c on c.id = k.commitment_id and c.rep_id <> ${userId}
        join turns t on t.id = c.turn_id
        join scenarios s on s.id = c.scenario_id
        join members m on m.lab_id = k.lab_id and m.user_id = ${userId}
        join labs l on l.id = m.lab_id and ${agreedAtOf()} is not null
      where k.id = any(${checkInIds}::uuid[]) and k.lab_id = ${lab.id}
      order by c.id, k.at desc, k.id desc) latest
    where words is not null order by at limit ${REPORT_LIMIT}`;
  const reports = rows.map(({ reveal, ladder, before, ...row }) => ({
    ...row,
    climb: climbOf({ ladder, before, held: reveal?.totals.map(roomHolds) }),
  }));
  return reports.length > 0 ? { lab, reports } : undefined;
}

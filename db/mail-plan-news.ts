import { sql } from 'drizzle-orm';
import type { NewMail } from '@/domain/mail/data';
import { wantedUnasked } from '@/domain/mail/kinds';
import { REOPEN_MS } from '@/domain/permissions';
import { database } from './connection';
import { putMails } from './outbox';

const KIND = 'words_used';

/** As long as a report may be a slip, and as long as a session's end can be undone. */
const SETTLED_MS = REOPEN_MS;
/** Where one report follows another, nobody waits longer than that for the first. */
const AT_MOST_MS = 3 * 60 * 60_000;
/** What is older is no news any more: this server was away. */
const NEWS_MS = 7 * 24 * 60 * 60_000;

/**
 * Tells those whose words a commitment uses what became of it: one mail a person and lab for what was last reported on each since
 * the last one, once no more comes for half an hour, and not while the lab meets. Neither its rep is told, nor who
 * recorded it. What was told is marked in the same transaction. Returns how many mails were written.
 */
export async function planNews(now: Date): Promise<number> {
  const ago = (ms: number) => new Date(now.getTime() - ms).toISOString();
  return database().transaction(async (tx) => {
    const rows = await tx.execute<{ userId: string; to: string; labId: string; checkInIds: string[] }>(sql`
      with ready as (
        select k.lab_id from checkins k where k.told_at is null group by k.lab_id
        having max(k.at) <= ${ago(SETTLED_MS)}::timestamptz or min(k.at) <= ${ago(AT_MOST_MS)}::timestamptz),
      told as (
        update checkins k set told_at = ${now.toISOString()}::timestamptz from ready
        where k.lab_id = ready.lab_id and k.told_at is null and k.at <= ${ago(SETTLED_MS)}::timestamptz
          and not exists (
            select 1 from sessions s where s.lab_id = k.lab_id and (s.status in ('live', 'closing')
              or (s.status = 'ended' and s.ended_at > ${ago(SETTLED_MS)}::timestamptz)))
        returning k.id, k.lab_id, k.commitment_id, k.by_id, k.at),
      latest as (select distinct on (commitment_id) * from told order by commitment_id, at desc, id desc)
      select u.id as "userId", u.email as "to", k.lab_id as "labId",
        array_agg(distinct k.id order by k.id) as "checkInIds"
      from latest k
        join labs l on l.id = k.lab_id and l.archived_at is null
        join commitments c on c.id = k.commitment_id
        join contributions w on w.id = any(c.uses) and w.gone is null
        join members m on m.lab_id = k.lab_id and m.user_id = w.author_id
        join users u on u.id = w.author_id and u.email is not null
      where k.at > ${ago(NEWS_MS)}::timestamptz and u.id <> c.rep_id and u.id <> k.by_id
        and coalesce((select wanted from mail_choices o where o.user_id = u.id and o.kind = ${KIND}),
          ${wantedUnasked(KIND)})
      group by u.id, u.email, k.lab_id`);
    const mails = rows.map(({ checkInIds, ...reader }): NewMail => ({
      kind: KIND,
      key: `${KIND}:${checkInIds[0]}:${reader.userId}`,
      ...reader,
      data: { checkInIds },
    }));
    await putMails(tx, mails);
    return mails.length;
  });
}

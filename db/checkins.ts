import { v7 as newId } from 'uuid';
import type { Id } from '@/domain/session';
import { FINAL_OUTCOMES, FORMER_MEMBER, type Decision, type Outcome } from '@/domain/vocabulary';
import { sqlClient } from './connection';
import type { Membership } from './labs';
import { tellWebhooks } from './webhook-news';

const DUE_LIMIT = 30;

/** A report can be mended by its author for this long; after that another one follows it. */
const MEND_MINUTES = 30;

export interface DueCommitment {
  commitmentId: Id;
  sessionId: Id;
  repId: Id;
  repName: string;
  title: string;
  account: string | null;
  decision: Decision;
  nextStep: string | null;
  /** A day of the lab's calendar. */
  dueOn: string | null;
  /** Reported since the last session ended. */
  outcome: Outcome | null;
  note: string | null;
}

/**
 * The commitments to ask about, the ones without a report first, by their day: the viewer's own, and for a host
 * everybody's. One is asked about until it came to an end; a report counts until the next session has ended.
 */
export async function dueCommitments({ lab, userId, role }: Membership): Promise<DueCommitment[]> {
  return sqlClient()<DueCommitment[]>`
    with last as (
      select coalesce(max(ended_at), '-infinity') as at from sessions where lab_id = ${lab.id} and status = 'ended')
    select c.id as "commitmentId", c.session_id as "sessionId", c.rep_id as "repId", case when u.email is null then ${FORMER_MEMBER} else u.name end as "repName", s.title,
      s.account, c.decision, c.next_step as "nextStep", c.due_on::text as "dueOn",
      case when k.at > last.at then k.outcome end as outcome, case when k.at > last.at then k.note end as note
    from last, commitments c
      join scenarios s on s.id = c.scenario_id
      join users u on u.id = c.rep_id
      join members m on m.lab_id = c.lab_id and m.user_id = c.rep_id
      left join lateral (
        select * from checkins where commitment_id = c.id order by at desc, id desc limit 1) k on true
    where c.lab_id = ${lab.id} and (c.rep_id = ${userId} or ${role === 'host'})
      and (k.id is null or k.at > last.at or not k.outcome = any(${[...FINAL_OUTCOMES]}::text[]))
    order by coalesce(k.at > last.at, false), c.due_on, c.made_at limit ${DUE_LIMIT}`;
}

/** Whose a commitment of the lab is; undefined for one that isn't there, or is another lab's. */
export async function ownerOfCommitment({ lab }: Membership, commitmentId: Id): Promise<Id | undefined> {
  const [row] = await sqlClient()<{ repId: Id }[]>`
    select rep_id as "repId" from commitments where id = ${commitmentId} and lab_id = ${lab.id}`;
  return row?.repId;
}

/** The lab's session that is under way, if one is: a check-in belongs into its log then. */
export async function runningSession({ lab }: Membership): Promise<Id | undefined> {
  const [row] = await sqlClient()<{ id: Id }[]>`
    select id from sessions where lab_id = ${lab.id} and status in ('live', 'closing') limit 1`;
  return row?.id;
}

/** Records a report made outside a session; the author's own of a moment ago is mended instead. */
export async function recordCheckIn(
  { lab, userId }: Membership,
  report: { commitmentId: Id; outcome: Outcome; note: string | null },
): Promise<void> {
  const sql = sqlClient();
  await sql.begin(async (tx) => {
    // Two presses at once mend one report, rather than making two.
    await tx`select id from commitments where id = ${report.commitmentId} for update`;
    const tell = (aboutId: Id) => tellWebhooks(tx, { labId: lab.id, type: 'checkin.recorded', aboutId });
    const [mended] = await tx<{ id: Id }[]>`
      update checkins set outcome = ${report.outcome}, note = ${report.note}, at = now()
      where id = (select id from checkins where commitment_id = ${report.commitmentId} order by at desc, id desc limit 1)
        and session_id is null and by_id = ${userId} and at > now() - ${MEND_MINUTES} * interval '1 minute'
      returning id`;
    if (mended) return tell(mended.id);
    const id = newId();
    await tx`
      insert into checkins (id, lab_id, commitment_id, by_id, outcome, note, at)
      values (${id}, ${lab.id}, ${report.commitmentId}, ${userId}, ${report.outcome}, ${report.note}, now())`;
    await tell(id);
  });
}

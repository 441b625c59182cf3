import { v7 as newId } from 'uuid';
import { roomHolds } from '@/domain/ladder';
import { grantOf } from '@/domain/permissions';
import type { LifeAnswer } from '@/domain/scenario-life';
import type { Id, OwnLadder, Reveal } from '@/domain/session';
import { FINAL_OUTCOMES, type Decision, type Outcome } from '@/domain/vocabulary';
import { sqlClient } from './connection';
import { dealAnswers } from './deal-answers';
import type { Membership } from './labs';
import { nameOf } from './names';
import { replacePlaces } from './places';
import { reports } from './reports';
import { tellWebhooks } from './webhook-news';

const DUE_LIMIT = 30;
const REPORT_LIMIT = 20;

/** For this long its author adds a line or a ladder to a report, or says it anew; after that another one follows it. */
const MEND_MINUTES = 30;

interface Committed {
  commitmentId: Id;
  sessionId: Id;
  scenarioId: Id;
  repId: Id;
  repName: string;
  title: string;
  account: string | null;
  decision: Decision;
  nextStep: string | null;
  /** A day of the lab's calendar. */
  dueOn: string | null;
  /** Which rungs the room held at the reveal, rung 1 first; null where nothing was revealed. */
  held: boolean[] | null;
}

export interface DueCommitment extends Committed {
  /** Reported since the last session ended. */
  outcome: Outcome | null;
  note: string | null;
  /** The ladder as that report has it. */
  ladder: OwnLadder | null;
  lookingBack: number | null;
}

/**
 * The commitments to ask about, the ones without a report first, by their day: the viewer's own, and for a host
 * everybody's. One is asked about until it came to an end; a report counts until the next session has ended. Who decided
 * to move on isn't asked.
 */
export async function dueCommitments({ lab, userId, role }: Membership): Promise<DueCommitment[]> {
  const rows = await sqlClient()<Row<DueCommitment>[]>`
    with last as (
      select coalesce(max(ended_at), '-infinity') as at from sessions where lab_id = ${lab.id} and status = 'ended')
    select ${committed()}, case when k.at > last.at then k.outcome end as outcome,
      case when k.at > last.at then k.note end as note, case when k.at > last.at then k.ladder end as ladder,
      case when k.at > last.at then k.looking_back end as "lookingBack"
    from last, ${commitments()}
      join members m on m.lab_id = c.lab_id and m.user_id = c.rep_id
      left join lateral (
        select * from ${reports()} order by at desc, id desc limit 1) k on true
    where c.lab_id = ${lab.id} and (c.rep_id = ${userId} or ${role === 'host'})
      and (k.at > last.at or (c.decision <> 'move_on'
        and (k.id is null or not k.outcome = any(${[...FINAL_OUTCOMES]}::text[]))))
    order by coalesce(k.at > last.at, false), c.due_on, c.made_at limit ${DUE_LIMIT}`;
  return rows.map(withHeld);
}

/** Whether the viewer has ever committed to anything in the lab. */
export async function hasCommitted({ lab, userId }: Membership): Promise<boolean> {
  const [row] = await sqlClient()<{ committed: boolean }[]>`
    select exists (select from commitments where lab_id = ${lab.id} and rep_id = ${userId}) as committed`;
  return row?.committed ?? false;
}

/** One report on a commitment, inside a session or beside it. */
export interface Report {
  id: Id;
  outcome: Outcome;
  note: string | null;
  ladder: OwnLadder | null;
  lookingBack: number | null;
  byName: string;
  /** ms since the epoch. */
  at: number;
}

/**
 * A commitment that the viewer may report on, whose words it uses, the reports so far, the newest first, and once that one
 * is the end of it, what its rep said of the deal in closing rounds. Undefined alike where it isn't there, or is neither theirs nor a host's to report on.
 */
export async function reportable(
  membership: Membership,
  commitmentId: Id,
): Promise<(Committed & { reports: Report[]; uses: string[]; said: LifeAnswer[] }) | undefined> {
  const { lab } = membership;
  const sql = sqlClient();
  const [row] = await sql<Row<Committed & { uses: string[] }>[]>`
    select ${committed()}, array(
        select ${nameOf('c.lab_id', 'author')} from unnest(c.uses_of) as author where author <> c.rep_id) as uses
    from ${commitments()} where c.id = ${commitmentId} and c.lab_id = ${lab.id}`;
  if (!row || !mayReport(membership, row.repId)) return undefined;
  const reports = await sql<Report[]>`
    select k.id, k.outcome, k.note, k.ladder, k.looking_back as "lookingBack", (extract(epoch from k.at) * 1000)::float8 as at,
      ${nameOf('k.lab_id', 'k.by_id')} as "byName"
    from checkins k
    where k.commitment_id = ${commitmentId} order by k.at desc, k.id desc limit ${REPORT_LIMIT}`;
  const over = reports[0] !== undefined && FINAL_OUTCOMES.includes(reports[0].outcome);
  return { ...withHeld(row), reports, said: over ? await dealAnswers(row.scenarioId) : [] };
}

/** Whether a member may say what became of somebody's commitment: as in a session, by the one table. */
export function mayReport({ role, userId }: Membership, repId: Id): boolean {
  const grant = grantOf(role, 'checkin.record');
  return grant === 'all' || (grant === 'own' && repId === userId);
}

type Row<T extends Committed> = Omit<T, 'held'> & { reveal: Reveal | null };

function withHeld<T extends { reveal: Reveal | null }>({ reveal, ...row }: T) {
  return { ...row, held: reveal ? reveal.totals.map(roomHolds) : null };
}

function committed() {
  return sqlClient()`c.id as "commitmentId", c.session_id as "sessionId", c.scenario_id as "scenarioId", c.rep_id as "repId",
    ${nameOf('c.lab_id', 'c.rep_id')} as "repName", s.title, s.account, c.decision,
    c.next_step as "nextStep", c.due_on::text as "dueOn", t.reveal`;
}

function commitments() {
  return sqlClient()`commitments c
    join scenarios s on s.id = c.scenario_id
    join turns t on t.id = c.turn_id`;
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

/**
 * Records a report made outside a session. The latest counts, and all are kept; but the same outcome by the same person
 * within half an hour is the report of a moment ago, said anew: what it lacks, a line or a ladder, it keeps. A look back is
 * kept too where nothing is said of it; null leaves it open.
 */
export async function recordCheckIn(
  { lab, userId }: Membership,
  report: {
    commitmentId: Id;
    outcome: Outcome;
    note?: string | undefined;
    ladder?: OwnLadder | undefined;
    lookingBack?: number | null | undefined;
  },
): Promise<void> {
  const { commitmentId, outcome } = report;
  const note = report.note ?? null;
  const ladder = report.ladder ? JSON.stringify(report.ladder) : null;
  const lookingBack = report.lookingBack ?? null;
  const says = report.lookingBack !== undefined;
  await sqlClient().begin(async (tx) => {
    // Two presses at once are one report, rather than two.
    await tx`select id from commitments where id = ${commitmentId} for update`;
    const tell = async (aboutId: Id) => {
      await tellWebhooks(tx, { labId: lab.id, type: 'checkin.recorded', aboutId });
      // It is in no log, and search would not learn of it from one.
      await replacePlaces(tx, [commitmentId]);
    };
    const [mended] = await tx<{ id: Id }[]>`
      update checkins
      set note = coalesce(${note}, note), ladder = coalesce(${ladder}::text::jsonb, ladder),
        looking_back = case when ${says} then ${lookingBack} else looking_back end, at = clock_timestamp()
      where id = (
          select id from checkins where commitment_id = ${commitmentId} and by_id = ${userId}
          order by at desc, id desc limit 1)
        and session_id is null and told_at is null and outcome = ${outcome}
        and at > now() - ${MEND_MINUTES} * interval '1 minute'
      returning id`;
    if (mended) return tell(mended.id);
    const id = newId();
    await tx`
      insert into checkins (id, lab_id, commitment_id, by_id, outcome, ladder, note, looking_back, at)
      values (${id}, ${lab.id}, ${commitmentId}, ${userId}, ${outcome}, ${ladder}::text::jsonb, ${note},
        case when ${says} then ${lookingBack} when ${FINAL_OUTCOMES.includes(outcome)} then (
          select k.looking_back from commitments c cross join lateral ${reports()}
          where c.id = ${commitmentId} order by k.at desc, k.id desc limit 1) end,
        clock_timestamp())`;
    await tell(id);
  });
}

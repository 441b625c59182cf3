import { v7 as newId } from 'uuid';
import { roomHolds } from '@/domain/ladder';
import { grantOf } from '@/domain/permissions';
import type { LifeAnswer } from '@/domain/scenario-life';
import { saysAllOf, type Id, type OwnLadder, type Reveal } from '@/domain/session';
import { FINAL_OUTCOMES, type Decision, type Outcome } from '@/domain/vocabulary';
import { sqlClient } from './connection';
import { dealAnswers } from './deal-answers';
import type { Membership } from './labs';
import { isNamed, nameOf } from './names';
import { replacePlaces, type Tx } from './places';
import { isoOf } from './instants';
import { ladderBefore, lastLadder, lastSessionEnd, reports } from './reports';
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
  /** The ladder as all reports leave it, and as it stood before what was reported since the last session. */
  ladder: OwnLadder | null;
  ladderBefore: OwnLadder | null;
  lookingBack: number | null;
  /** The last report of all, as a form says which one it was begun from; null where there is none. */
  seen: string | null;
}

/**
 * The commitments to ask about, the ones without a report first, by their day: the viewer's own, and for a host
 * everybody's. One is asked about until it came to an end; a report counts until the next session has ended. Who decided
 * to move on isn't asked.
 */
export async function dueCommitments({ lab, userId, role }: Membership): Promise<DueCommitment[]> {
  const rows = await sqlClient()<Row<DueCommitment>[]>`
    with last as (select ${lastSessionEnd(lab.id)} as at)
    select ${committed()}, case when k.at > last.at then k.outcome end as outcome,
      case when k.at > last.at then k.note end as note, l.ladder,
      case when k.at > last.at then l.before else l.ladder end as "ladderBefore",
      case when k.at > last.at then k.looking_back end as "lookingBack", ${seen()} as seen
    from last, ${commitments()}
      join members m on m.lab_id = c.lab_id and m.user_id = c.rep_id
      left join lateral (
        select * from ${reports()} order by at desc, id desc limit 1) k on true
      left join lateral ${lastLadder()} l on true
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
  /** The ladder that was last told before it, of the same promise. */
  before: OwnLadder | null;
  lookingBack: number | null;
  byName: string;
  /** ms since the epoch. */
  at: number;
  /** Which report it is, and as of when: its author may add to it. */
  seen: string;
}

/** The last report on a commitment, from which a form goes on. */
export interface LastReport extends Report {
  /** The ladder as all reports leave it, whichever of them told it last. */
  stands: OwnLadder | null;
}

/** What became of a report from a form: recorded, or not yet, for another had come in since the form was begun. */
export type Recorded = { recorded: true } | { newer: LastReport };

/**
 * A commitment that the viewer may report on, whose words it uses of those who can still be told, the reports so far, the newest first, the ladder as
 * they leave it, and once the newest is the end of it, what its rep said of the deal in closing rounds. Undefined alike where it isn't there, or is
 * neither theirs nor a host's to report on.
 */
export async function reportable(
  membership: Membership,
  commitmentId: Id,
): Promise<
  (Committed & { reports: Report[]; stands: OwnLadder | null; uses: string[]; said: LifeAnswer[] }) | undefined
> {
  const { lab } = membership;
  const sql = sqlClient();
  const [row] = await sql<Row<Committed & { uses: string[]; stands: OwnLadder | null }>[]>`
    select ${committed()}, l.ladder as stands, array(
        select ${nameOf('c.lab_id', 'author')} from unnest(c.uses_of) as author where author <> c.rep_id
          and ${isNamed('c.lab_id', 'author')}) as uses
    from ${commitments()} left join lateral ${lastLadder()} l on true where c.id = ${commitmentId} and c.lab_id = ${lab.id}`;
  if (!row || !mayReport(membership, row.repId)) return undefined;
  const reports = await sql<Report[]>`
    select ${reported()} from checkins k
    where k.commitment_id = ${commitmentId} order by k.at desc, k.id desc limit ${REPORT_LIMIT}`;
  const over = reports[0] !== undefined && FINAL_OUTCOMES.includes(reports[0].outcome);
  return { ...withHeld(row), reports, said: over ? await dealAnswers(row.scenarioId) : [] };
}

/**
 * The last report on a commitment of the lab, where it is not the one that a form was begun from, `seen`, empty for none;
 * undefined where it is, where there is none, and where it is the sender's own and what is sent says all of it.
 */
export async function reportedSince(
  { lab, userId }: Membership,
  report: SentReport,
  seen: string,
  tx: Tx = sqlClient(),
): Promise<LastReport | undefined> {
  const [last] = await tx<(LastReport & { byId: Id })[]>`
    select ${reported()}, k.by_id as "byId", l.ladder as stands
    from commitments c cross join lateral ${reports()} left join lateral ${lastLadder()} l on true
    where c.id = ${report.commitmentId} and c.lab_id = ${lab.id} order by k.at desc, k.id desc limit 1`;
  if (!last || last.seen === seen) return undefined;
  const { byId, ...told } = last;
  const before = { ...told, note: told.note ?? undefined, ladder: told.ladder ?? undefined };
  const saysIt = byId === userId && saysAllOf(report, { ...before, lookingBack: told.lookingBack ?? undefined });
  return saysIt ? undefined : told;
}

function reported() {
  return sqlClient()`k.id, k.outcome, k.note, k.ladder, ${ladderBefore()} as before, k.looking_back as "lookingBack",
    (extract(epoch from k.at) * 1000)::float8 as at, ${nameOf('k.lab_id', 'k.by_id')} as "byName", ${seen()} as seen`;
}

/** As `seenOf` says it. */
function seen() {
  return sqlClient()`k.id || ' ' || ${isoOf('k.at')}`;
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

interface SentReport {
  commitmentId: Id;
  outcome: Outcome;
  note?: string | undefined;
  ladder?: OwnLadder | undefined;
  lookingBack?: number | undefined;
}

/**
 * Records a report made outside a session. The latest counts, and all are kept; but the same outcome by the same person
 * within half an hour, with no other report since, is the report of a moment ago, said anew: what it lacks, a line or a
 * ladder, it keeps; where it says something else it stands beside that one, unless it `edits` what its form showed, a line
 * that was emptied there too. A look back is kept too where nothing is said of it; null leaves it open. Of two at once the
 * second finds the first: where `seen` says which report its form showed, and another came since, nothing is recorded, and
 * that one is returned.
 */
export async function recordCheckIn(
  membership: Membership,
  report: Omit<SentReport, 'lookingBack'> & { lookingBack?: number | null | undefined },
  { edits = false, seen }: { edits?: boolean; seen?: string } = {},
): Promise<LastReport | undefined> {
  const { lab, userId } = membership;
  const { commitmentId, outcome } = report;
  const note = report.note ?? null;
  const ladder = report.ladder ? JSON.stringify(report.ladder) : null;
  const lookingBack = report.lookingBack ?? null;
  const says = report.lookingBack !== undefined;
  return sqlClient().begin(async (tx) => {
    // Two at once go one after the other, and one of a session, whose row refers to this one, before or after both.
    await tx`select id from commitments where id = ${commitmentId} for update`;
    const sent = { ...report, lookingBack: report.lookingBack ?? undefined };
    const newer = seen === undefined ? undefined : await reportedSince(membership, sent, seen, tx);
    if (newer) return newer;
    const tell = async (aboutId: Id) => {
      await tellWebhooks(tx, { labId: lab.id, type: 'checkin.recorded', aboutId });
      // It is in no log, and search would not learn of it from one.
      await replacePlaces(tx, [commitmentId]);
      return undefined;
    };
    const [mended] = await tx<{ id: Id }[]>`
      update checkins
      set note = case when ${edits} then ${note} else coalesce(${note}, note) end, ladder = coalesce(${ladder}::text::jsonb, ladder),
        looking_back = case when ${says} then ${lookingBack} else looking_back end, at = ${after(commitmentId)}
      where id = (
          select id from checkins where commitment_id = ${commitmentId} order by at desc, id desc limit 1)
        and by_id = ${userId} and session_id is null and told_at is null and outcome = ${outcome}
        and at > now() - ${MEND_MINUTES} * interval '1 minute'
        and (${edits} or (note = coalesce(${note}, note) and ladder = coalesce(${ladder}::text::jsonb, ladder)) is not false)
      returning id`;
    if (mended) return tell(mended.id);
    const id = newId();
    await tx`
      insert into checkins (id, lab_id, commitment_id, by_id, outcome, ladder, note, looking_back, at)
      values (${id}, ${lab.id}, ${commitmentId}, ${userId}, ${outcome}, ${ladder}::text::jsonb, ${note},
        case when ${says} then ${lookingBack} when ${FINAL_OUTCOMES.includes(outcome)} then (
          select k.looking_back from commitments c cross join lateral ${reports()}
          where c.id = ${commitmentId} order by k.at desc, k.id desc limit 1) end,
        ${after(commitmentId)})`;
    return tell(id);
  });
}

/**
 * Now, to the ms, and in any case after what a report beside a session comes after: the promise, the reports before it, and
 * the lab's last session. Those of a session are of its server's clock, which may be a little ahead of this one.
 */
function after(commitmentId: Id) {
  return sqlClient()`(
    select date_trunc('milliseconds', greatest(clock_timestamp(), interval '1 ms' + greatest(c.made_at,
      (select max(at) from checkins where commitment_id = c.id),
      (select max(ended_at) from sessions where lab_id = c.lab_id and status = 'ended'))))
    from commitments c where c.id = ${commitmentId})`;
}

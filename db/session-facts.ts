import { roomHolds } from '@/domain/ladder';
import type {
  CheckIn,
  Facts,
  Id,
  Instant,
  OwnLadder,
  ReportedBeside,
  Reveal,
  RollCallItem,
  Standing,
} from '@/domain/session';
import { FINAL_OUTCOMES, type Role } from '@/domain/vocabulary';
import { coachingIn } from './coaching';
import { sqlClient } from './connection';
import { lastLadder, reports } from './reports';
import type { LabSettings } from './schema';

const ROLL_CALL_LIMIT = 50;

/** The roles of everyone in a lab, and of a session's guests. */
export async function rolesIn(labId: Id, sessionId: Id): Promise<Map<Id, Role>> {
  const rows = await sqlClient()<{ id: Id; role: Role }[]>`
    select user_id as id, role from members where lab_id = ${labId}
    union all select user_id, 'observer' from guests where session_id = ${sessionId} limit 10000`;
  return new Map(rows.map(({ id, role }) => [id, role]));
}

/** What `session.start` records: the lab's settings, its hosts, and the commitments that are due. */
export async function openingOf(labId: Id, sessionId: Id): Promise<NonNullable<Facts['opening']>> {
  const sql = sqlClient();
  const [[lab], hosts, rollCall] = await Promise.all([
    sql<{ settings: LabSettings; timeZone: string }[]>`
      select settings, time_zone as "timeZone" from labs where id = ${labId}`,
    sql<{ id: Id }[]>`
      select user_id as id from members where lab_id = ${labId} and role = 'host' order by joined_at limit 100`,
    rollCallOf(labId, sessionId),
  ]);
  if (!lab) throw new Error(`There is no lab ${labId}.`);
  const { phaseSeconds, strict } = lab.settings;
  return { settings: { phaseSeconds, strict, timeZone: lab.timeZone }, hosts: hosts.map(({ id }) => id), rollCall };
}

/** What reps' places in the queue are suggested from: the last turn on the hot seat of each, and the coaching since. */
export async function standingsOf(labId: Id, repIds: Id[]): Promise<Map<Id, Standing>> {
  if (repIds.length === 0) return new Map();
  const rows = await sqlClient()<{ id: Id; ms: number | null; coached: number }[]>`
    with last as (
      select r.id, (select max(started_at) from turns where lab_id = ${labId} and rep_id = r.id and not put_off) as at
      from unnest(${repIds}::uuid[]) as r(id))
    select last.id, (extract(epoch from last.at) * 1000)::float8 as ms, (
      select count(*)::int from ${coachingIn(labId)}
      where author = last.id and (last.at is null or coaching.at > last.at)) as coached
    from last`;
  return new Map(
    rows.map(({ id, ms, coached }) => [id, { lastSeatAt: ms === null ? null : new Date(ms).toISOString(), coached }]),
  );
}

/** Who has written to the room in this session: the state alone doesn't name those of ended turns. */
export async function authorsIn(sessionId: Id): Promise<Id[]> {
  const rows = await sqlClient()<{ id: Id }[]>`
    select distinct author_id as id from contributions where session_id = ${sessionId} limit 10000`;
  return rows.map(({ id }) => id);
}

/** The turn of this session that a contribution was made in. */
export async function turnOfContribution(sessionId: Id, contributionId: Id): Promise<Id | undefined> {
  const [row] = await sqlClient()<{ turnId: Id }[]>`
    select turn_id as "turnId" from contributions where id = ${contributionId} and session_id = ${sessionId}`;
  return row?.turnId;
}

type DueRow = Omit<RollCallItem, 'held' | 'madeAt' | 'checkedIn' | 'ladderBefore' | 'ladderBy'> & {
  madeMs: number;
  reveal: Reveal | null;
  told: OwnLadder | null;
  toldBy: Id | null;
  checkIn: (Omit<CheckIn, 'at'> & { ms: number }) | null;
};

/**
 * The lab's open commitments, and those reported on since the last session, newest first; of those who are still in it.
 * A decision to move on is read out once, in the session that follows, and never asked about again.
 */
async function rollCallOf(labId: Id, sessionId: Id): Promise<RollCallItem[]> {
  const rows = await sqlClient()<DueRow[]>`
    with last as (
      select coalesce(max(ended_at), '-infinity') as at, (array_agg(id order by ended_at desc))[1] as id from sessions
      where lab_id = ${labId} and status = 'ended' and id <> ${sessionId})
    select c.id as "commitmentId", c.scenario_id as "scenarioId", c.rep_id as "repId", s.title, s.account, c.decision,
      c.next_step as "nextStep", c.due_on::text as "dueOn", c.uses_of as "usesOf", t.reveal, l.ladder as told, l.by_id as "toldBy",
      (extract(epoch from c.made_at) * 1000)::float8 as "madeMs",
      case when k.at > last.at then ${checkInFields()} end as "checkIn"
    from last, commitments c
      join scenarios s on s.id = c.scenario_id
      join turns t on t.id = c.turn_id
      join members m on m.lab_id = c.lab_id and m.user_id = c.rep_id
      left join lateral (
        select * from ${reports()} order by at desc, id desc limit 1) k on true
      left join lateral ${lastLadder()} l on true
    where c.lab_id = ${labId} and c.session_id <> ${sessionId}
      and (c.decision <> 'move_on' or c.session_id = last.id or k.at > last.at)
      and (k.id is null or k.at > last.at or not k.outcome = any(${[...FINAL_OUTCOMES]}::text[]))
    order by c.made_at desc, c.id desc limit ${ROLL_CALL_LIMIT}`;
  return rows.map(toItem);
}

/**
 * The latest report on each of some commitments, where it was made beside every session and after an instant, with the
 * ladder as all reports leave it.
 */
export async function reportedBeside(commitmentIds: Id[], since: Instant): Promise<ReportedBeside[]> {
  if (commitmentIds.length === 0) return [];
  const rows = await sqlClient()<
    ({ commitmentId: Id; checkIn: NonNullable<DueRow['checkIn']> } & Pick<DueRow, 'told' | 'toldBy'>)[]
  >`
    select c.id as "commitmentId", ${checkInFields()} as "checkIn", l.ladder as told, l.by_id as "toldBy"
    from commitments c cross join lateral (
      select * from ${reports()} order by at desc, id desc limit 1) k
      left join lateral ${lastLadder()} l on true
    where c.id = any(${commitmentIds}::uuid[]) and k.session_id is null and k.at > ${since}::timestamptz
    order by k.at, k.id`;
  return rows.map(({ checkIn, told, toldBy, ...row }) => ({
    ...row,
    checkIn: toCheckIn(checkIn),
    ...(told ? { ladder: told } : {}),
    ...(toldBy ? { ladderBy: toldBy } : {}),
  }));
}

function checkInFields() {
  return sqlClient()`json_build_object('id', k.id, 'by', k.by_id, 'outcome', k.outcome,
    'ladder', k.ladder, 'note', k.note, 'ms', (extract(epoch from k.at) * 1000)::float8)`;
}

function toItem({ madeMs, reveal, told, toldBy, checkIn, account, nextStep, dueOn, ...row }: DueRow): RollCallItem {
  return {
    ...row,
    ...(account === null ? {} : { account }),
    ...(nextStep === null ? {} : { nextStep }),
    ...(dueOn === null ? {} : { dueOn }),
    madeAt: new Date(madeMs).toISOString(),
    held: reveal ? reveal.totals.map(roomHolds) : null,
    ...(told ? { ladderBefore: told } : {}),
    ...(toldBy ? { ladderBy: toldBy } : {}),
    ...(checkIn ? { checkedIn: toCheckIn(checkIn) } : {}),
  };
}

function toCheckIn({ ms, ladder, note, ...row }: NonNullable<DueRow['checkIn']>): CheckIn {
  return {
    ...row,
    ...(ladder ? { ladder } : {}),
    ...(note ? { note } : {}),
    at: new Date(ms).toISOString(),
  };
}

import type {
  LabPressureCase,
  PhaseCase,
  PressureCase,
  SessionCase,
  TurnCase,
  WrittenCase,
} from '@/domain/insights/cases';
import { rangeSince, type Range } from '@/domain/insights/range';
import type { Reveal } from '@/domain/session';
import type { Read } from '@/domain/vocabulary';
import { sqlClient } from './connection';
import { phaseCases } from './insights-meeting';
import { instantAt, msOf } from './instants';
import { ownPressure, pressureCases } from './insights-pressure';
import { writtenCases } from './insights-words';
import type { Membership } from './labs';
import { nameOf } from './names';
import { lastLadder, reports } from './reports';

/** How many turns a figure looks back on at most, the latest. */
export const TURN_LIMIT = 2_000;
/** The same of sessions. */
export const SESSION_LIMIT = 500;

/** What a lab's insights over a range are drawn from; `own` is for the viewer alone. */
export interface Insights {
  turns: TurnCase[];
  sessions: SessionCase[];
  written: WrittenCase[];
  phases: PhaseCase[];
  /** Of all times, whatever the range; empty for reps, who aren't shown it. */
  pressure: LabPressureCase[];
  own: PressureCase[];
}

/** Reads what a lab's figures over a range rest on. Only what the room may see, but for `own`. */
export async function insightsOf(membership: Membership, range: Range, now: number): Promise<Insights> {
  const since = rangeSince(range, now);
  const [turns, sessions, written, phases, pressure, own] = await Promise.all([
    turnCases(membership, since),
    sessionCases(membership, since),
    writtenCases(membership, since),
    phaseCases(membership, since),
    membership.role === 'rep' ? [] : pressureCases(membership),
    ownPressure(membership, since),
  ]);
  return { turns, sessions, written, phases, pressure, own };
}

/** Whether the lab's observers may read its figures. */
export async function observersMayRead({ lab }: Membership): Promise<boolean> {
  const [row] = await sqlClient()<{ shared: boolean }[]>`
    select observers_see_insights as shared from labs where id = ${lab.id}`;
  return row?.shared ?? false;
}

/** Lets the lab's observers read its figures, or no longer. The caller has asked whether the viewer may. */
export async function letObserversRead({ lab }: Membership, shared: boolean): Promise<void> {
  await sqlClient()`update labs set observers_see_insights = ${shared} where id = ${lab.id}`;
}

type Told = { answer: Read[number] }[] | null;
type TurnRow = Omit<TurnCase, 'read' | 'totals' | 'ladderNow' | 'ladderThen'> & {
  reveal: Reveal | null;
  ladderNow: Told;
  ladderThen: Told;
};

/**
 * The lab's turns since an instant (ms) in sessions that ended, the latest first, with what became of each. A commitment counts as
 * kept where the first report of a move came by its day in the lab's zone, or in the first session that began after
 * that day, the last one in a session counting; as missed once that session is over, or once no change was reported on the day or later.
 */
export async function turnCases({ lab }: Membership, since: number): Promise<TurnCase[]> {
  const rows = await sqlClient()<TurnRow[]>`
    select t.id as "turnId", t.scenario_id as "scenarioId", s.title as deal, t.rep_id as "repId", ${nameOf('t.lab_id', 't.rep_id')} as "repName",
      t.session_id as "sessionId", se.number as "sessionNumber", ${msOf('t.started_at')} as "startedAt",
      ${msOf('s.submitted_at')} as "submittedAt", t.reveal, c.decision, c.due_on is not null and c.next_step is not null as promised,
      case
        when c.due_on is null or c.next_step is null then null
        when moved.day <= c.due_on or moved.session_id = after.id then true
        when stalled.id is not null or after.status = 'ended' then false
      end as kept,
      latest.outcome, own.ladder as "ladderNow", latest.looking_back as "lookingBack",
      case when not exists (select from ${reports()} where outcome <> latest.outcome and at >= now.at)
        then now.ladder end as "ladderThen"
    from turns t
      join scenarios s on s.id = t.scenario_id
      join sessions se on se.id = t.session_id and se.status = 'ended'
      left join commitments c on c.turn_id = t.id
      left join lateral (
        select outcome, looking_back from ${reports()} order by at desc, id desc limit 1) latest on true
      left join lateral ${lastLadder()} now on true
      left join lateral (
        select ladder from ${reports()} where ladder is not null and by_id = t.rep_id
        order by at desc, id desc limit 1) own on true
      left join lateral (
        select session_id, (at at time zone ${lab.timeZone})::date as day from (
          select distinct on (coalesce(session_id, id)) * from ${reports()}
          order by coalesce(session_id, id), at desc, id desc) counts
        where outcome <> 'no_change' order by at, id limit 1) moved on true
      left join lateral (
        select id, status from sessions
        where lab_id = t.lab_id and (started_at at time zone ${lab.timeZone})::date > c.due_on
        order by started_at limit 1) after on true
      left join lateral (
        select id from ${reports()} where outcome = 'no_change'
          and (at at time zone ${lab.timeZone})::date >= c.due_on limit 1) stalled on true
    where t.lab_id = ${lab.id} and t.ended_at is not null and not t.put_off and t.started_at >= ${instantAt(since)}
    order by t.started_at desc, t.id desc limit ${TURN_LIMIT}`;
  return rows.map(({ reveal, ladderNow, ladderThen, ...row }) => ({
    ...row,
    read: reveal?.read ?? null,
    totals: reveal?.totals ?? null,
    ladderNow: readIn(ladderNow),
    ladderThen: readIn(ladderThen),
  }));
}

function readIn(told: Told): Read | null {
  return told ? (told.map(({ answer }) => answer) as Read) : null;
}

/** The lab's sessions that ended and began since an instant (ms), the earliest first. */
export async function sessionCases({ lab }: Membership, since: number): Promise<SessionCase[]> {
  const rows = await sqlClient()<SessionCase[]>`
    select s.id, s.number, ${msOf('s.started_at')} as "startedAt",
      (select count(distinct user_id)::int from attendance where session_id = s.id and role <> 'observer') as "inTheRoom"
    from sessions s
    where s.lab_id = ${lab.id} and s.status = 'ended' and s.started_at >= ${instantAt(since)}
    order by s.started_at desc limit ${SESSION_LIMIT}`;
  return rows.reverse();
}

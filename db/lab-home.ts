import { climbOf, roomHolds, type Climb } from '@/domain/ladder';
import { redactState, type Id, type OwnLadder, type Reveal, type Scenario } from '@/domain/session';
import type { Answer, Outcome, SessionStatus } from '@/domain/vocabulary';
import { sqlClient } from './connection';
import { ladderNow } from './ladder-now';
import type { Membership } from './labs';
import { nameOf } from './names';
import { lastLadder, reports } from './reports';
import { loadState } from './session-log';

export interface UpcomingSession {
  id: Id;
  number: number;
  status: SessionStatus;
  /** ms since the epoch. */
  startsAt: number;
  durationMinutes: number;
  /** Its own call, or else the lab's. */
  callUrl: string | null;
  ownCallUrl: string | null;
  /** The day of the schedule that it stands for; null for a single one. */
  slot: string | null;
  /** A host has set its time by hand. */
  moved: boolean;
}

const UPCOMING_LIMIT = 20;

/** The lab's sessions that are not over: the live one first, then by their start. A lab that is archived has none. */
export async function upcomingSessions({ lab }: Membership): Promise<UpcomingSession[]> {
  if (lab.archivedAt) return [];
  return sqlClient()<UpcomingSession[]>`
    select id, number, status, (extract(epoch from starts_at) * 1000)::float8 as "startsAt",
      duration_minutes as "durationMinutes", coalesce(call_url, ${lab.callUrl}) as "callUrl", call_url as "ownCallUrl",
      slot::text as slot, moved
    from sessions where lab_id = ${lab.id} and status in ('scheduled', 'live', 'closing')
    order by status = 'scheduled', starts_at, number limit ${UPCOMING_LIMIT}`;
}

/** How many sessions the lab has ended. */
export async function endedSessionCount({ lab }: Membership): Promise<number> {
  const [row] = await sqlClient()<{ count: number }[]>`
    select count(*)::int as count from sessions where lab_id = ${lab.id} and status = 'ended'`;
  return row?.count ?? 0;
}

/** The waiting scenarios of a session of the lab, next first, as the viewer may know them. */
export async function queueOf({ lab, userId, role }: Membership, sessionId: Id): Promise<Scenario[]> {
  const [own] = await sqlClient()<{ id: Id }[]>`
    select id from sessions where id = ${sessionId} and lab_id = ${lab.id}`;
  if (!own) return [];
  const { state } = await loadState(sessionId);
  const seen = redactState(state, { id: userId, hosts: role === 'host' });
  return seen.queue.flatMap((id) => seen.scenarios[id] ?? []);
}

export interface CoachedCommitment {
  commitmentId: Id;
  scenarioId: Id;
  repName: string;
  title: string;
  account: string | null;
  nextStep: string | null;
  /** Null while nothing was reported. */
  outcome: Outcome | null;
  /** What the rep says happened, in a line. */
  note: string | null;
  /** What the ladder that was last told came to; null while none was. */
  climb: Climb | null;
  /** The viewer's words that it says it rests on, the first of them; null for none that stand. */
  words: string | null;
}

type CoachedRow = Omit<CoachedCommitment, 'climb'> & { reveal: Reveal | null } & Record<
    'ladder' | 'before',
    OwnLadder | null
  >;

const COACHED_LIMIT = 6;

/** What became of the deals that the viewer coached others on, the latest news first. */
export async function coachedBy({ lab, userId }: Membership): Promise<CoachedCommitment[]> {
  const rows = await sqlClient()<CoachedRow[]>`
    select c.id as "commitmentId", c.scenario_id as "scenarioId",
      ${nameOf('c.lab_id', 'c.rep_id')} as "repName", s.title, s.account, c.next_step as "nextStep", k.outcome, k.note, l.ladder, l.before, t.reveal, (
        select w.body from contributions w where w.id = any(c.uses) and w.author_id = ${userId} and w.gone is null
        order by w.at limit 1) as words
    from commitments c
      join scenarios s on s.id = c.scenario_id
      join turns t on t.id = c.turn_id
      left join lateral (
        select outcome, note, at from ${reports()} order by at desc, id desc limit 1) k on true
      left join lateral ${lastLadder()} l on true
    where c.lab_id = ${lab.id} and c.rep_id <> ${userId} and (
      ${userId}::uuid = any(c.uses_of) or exists (
        select 1 from contributions w where w.turn_id = c.turn_id and w.author_id = ${userId} and w.gone is null))
    order by coalesce(k.at, c.made_at) desc limit ${COACHED_LIMIT}`;
  return rows.map(({ reveal, ladder, before, ...row }) => ({
    ...row,
    climb: climbOf({ ladder, before, held: reveal?.totals.map(roomHolds) }) ?? null,
  }));
}

export interface HeardDeal {
  turnId: Id;
  scenarioId: Id;
  title: string;
  repName: string;
  /** The lowest open rung as the deal stands, 1 to 5, and 0 where all hold; null where nothing was revealed. */
  rung: number | null;
  outcome: Outcome | null;
  committed: boolean;
}

const HEARD_LIMIT = 6;

/** The deals that were last on the hot seat, the newest first. */
export async function recentlyHeard({ lab }: Membership): Promise<HeardDeal[]> {
  return sqlClient()<HeardDeal[]>`
    select t.id as "turnId", t.scenario_id as "scenarioId", s.title, ${nameOf('t.lab_id', 't.rep_id')} as "repName",
      n.rung, k.outcome,
      c.id is not null as committed
    from (
        select t.* from turns t join sessions e on e.id = t.session_id and e.status = 'ended'
        where t.lab_id = ${lab.id} and not t.put_off order by t.started_at desc limit ${HEARD_LIMIT}) t
      join scenarios s on s.id = t.scenario_id
      left join commitments c on c.turn_id = t.id
      left join lateral ${ladderNow('t.scenario_id')} n on true
      left join lateral (
        select outcome from ${reports()} order by at desc, id desc limit 1) k on true
    order by t.started_at desc`;
}

/** A read without its evidence, where the viewer may know it. */
export function readOf(scenario: Pick<Scenario, 'ladder'>): Answer[] | null {
  return scenario.ladder?.map(({ answer }) => answer) ?? null;
}

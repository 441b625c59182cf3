import type { LifeCheckIn, LifeCommitment, LifeScenario, LifeTurn, ScenarioLife } from '@/domain/scenario-life';
import type { Id, OwnLadder, Scenario } from '@/domain/session';
import type { ScenarioFields } from '@/domain/protocol';
import type { SessionStatus } from '@/domain/vocabulary';
import { sqlClient } from './connection';
import { dealAnswers } from './deal-answers';
import { heldIn, isoOf } from './instants';
import type { Membership } from './labs';
import { threadedWords } from './life-words';
import { lastSessionEnd } from './reports';
import { loadState } from './session-log';

/** Of each kind: more than a deal that is heard and asked about each week for nine years. */
const LIMIT = 500;

/**
 * A deal of the lab through its whole life, as the member may know it: from what the room may see, and for its rep and
 * the hosts with the own read and a pipeline check for the hosts only. Undefined alike where it isn't there, is another
 * lab's, or was withdrawn from the queue.
 */
export async function scenarioLife(membership: Membership, id: Id): Promise<ScenarioLife | undefined> {
  const row = await scenarioRow(membership, id);
  if (!row) return undefined;
  const [waiting, turns, commitments, answers, checkIns] = await Promise.all([
    waitingIn(row),
    turnsOf(id),
    commitmentsOf(id),
    dealAnswers(id),
    checkInsOf(membership.lab.id, id),
  ]);
  return {
    scenario: { ...row.scenario, seconds: waiting.seconds },
    ...(waiting.waits ? { waits: waiting.waits } : {}),
    turns,
    commitments,
    answers,
    checkIns,
  };
}

interface ScenarioRow {
  stands: string;
  session: { id: Id; number: number; status: SessionStatus; startsAt: string };
  scenario: Omit<LifeScenario, 'seconds'>;
}

/** Fields of a row that are null are missing from a scenario. */
type Nullable = { [K in keyof Scenario]?: Scenario[K] | null };

async function scenarioRow({ lab, userId, role }: Membership, id: Id): Promise<ScenarioRow | undefined> {
  const [row] = await sqlClient()<
    {
      fields: Nullable & { amountMinor: number | null; currency: string | null };
      open: { otherLiveDeals: number | null; lifeOrDeath: number | null; note: string | null };
      own: { ladder: OwnLadder; pipeline: ScenarioFields['pipeline'] } | null;
      stands: string;
      session: ScenarioRow['session'];
    }[]
  >`
    select s.stands,
      json_build_object('id', s.id, 'repId', s.rep_id, 'title', s.title, 'account', s.account, 'stage', s.stage,
        'amountMinor', s.amount_minor, 'currency', s.currency, 'ageDays', s.age_days, 'deadline', s.deadline,
        'story', s.story, 'ask', s.ask, 'tried', s.tried, 'pain', s.pain, 'money', s.money, 'authority', s.authority,
        'deferred', s.deferred, 'carriedWeeks', s.carried_weeks, 'submittedAt', ${isoOf('s.submitted_at')}) as fields,
      json_build_object('otherLiveDeals', s.other_live_deals, 'lifeOrDeath', s.life_or_death,
        'note', s.pipeline_note) as open,
      case when s.rep_id = ${userId} or ${role === 'host'}
        then json_build_object('ladder', p.ladder, 'pipeline', p.pipeline) end as own,
      json_build_object('id', e.id, 'number', e.number, 'status', e.status,
        'startsAt', ${isoOf(heldIn('e'))}) as session
    from scenarios s join sessions e on e.id = s.session_id left join scenario_private p on p.scenario_id = s.id
    where s.id = ${id} and s.lab_id = ${lab.id} and s.stands <> 'withdrawn'`;
  if (!row) return undefined;
  const { amountMinor, currency, ...fields } = row.fields;
  const { otherLiveDeals, lifeOrDeath, note } = row.open;
  const hostsOnly = lifeOrDeath === null;
  const shown =
    otherLiveDeals === null || lifeOrDeath === null
      ? row.own?.pipeline
      : { otherLiveDeals, lifeOrDeath, ...(note === null ? {} : { note }) };
  const present = Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== null)) as unknown;
  return {
    stands: row.stands,
    session: row.session,
    scenario: {
      ...(present as Omit<LifeScenario, 'seconds' | 'pipelineHostsOnly'>),
      ...(amountMinor === null || currency === null ? {} : { amount: { minor: amountMinor, currency } }),
      ...(shown && 'lifeOrDeath' in shown ? { pipeline: shown } : {}),
      ...(row.own?.ladder.length ? { ladder: row.own.ladder } : {}),
      pipelineHostsOnly: hostsOnly,
    },
  };
}

/** Who would like to hear it, and where it waits, as its session's state tells. */
async function waitingIn({
  scenario,
  session,
}: ScenarioRow): Promise<{ seconds: Id[]; waits?: ScenarioLife['waits'] }> {
  const { state } = await loadState(session.id);
  const seconds = state.scenarios[scenario.id]?.seconds ?? [];
  const place = state.queue.indexOf(scenario.id) + 1;
  const over = session.status === 'ended' || session.status === 'cancelled';
  if (place === 0 || over) return { seconds };
  const { id: sessionId, number, startsAt, status } = session;
  return { seconds, waits: { sessionId, number, startsAt, status, place } };
}

async function turnsOf(scenarioId: Id): Promise<LifeTurn[]> {
  const sql = sqlClient();
  return sql<LifeTurn[]>`
    select t.id, t.session_id as "sessionId", e.number as "sessionNumber", ${isoOf('t.started_at')} as "startedAt",
      ${isoOf('t.ended_at')} as "endedAt", t.put_off as "putOff", t.reveal, w.*,
      (select count(*)::int from turns o where o.session_id = t.session_id and o.started_at <= t.started_at and not o.put_off) as place
    from turns t join sessions e on e.id = t.session_id
      left join lateral (
        select count(*)::int as said, (count(*) filter (where helpful))::int as helpful,
          (count(*) filter (where late))::int as late, (count(*) filter (where kept))::int as kept
        from (${threadedWords(sql`t.id`)}) w) w on true
    where t.scenario_id = ${scenarioId} order by t.started_at limit ${LIMIT}`;
}

async function commitmentsOf(scenarioId: Id): Promise<LifeCommitment[]> {
  return sqlClient()<LifeCommitment[]>`
    select id, turn_id as "turnId", decision, next_step as "nextStep", due_on::text as "dueOn", uses_of as "usesOf", ${isoOf('made_at')} as at
    from commitments where scenario_id = ${scenarioId} order by made_at limit ${LIMIT}`;
}

async function checkInsOf(labId: Id, scenarioId: Id): Promise<LifeCheckIn[]> {
  return sqlClient()<LifeCheckIn[]>`
    select k.id, k.commitment_id as "commitmentId", k.by_id as by, k.outcome, k.ladder, k.note, k.looking_back as "lookingBack",
      ${isoOf('k.at')} as at, ${isoOf('k.told_at')} as "toldAt",
      k.at > ${lastSessionEnd(labId)} as "sinceLastSession"
    from checkins k join commitments c on c.id = k.commitment_id
    where c.scenario_id = ${scenarioId} order by k.at, k.id limit ${LIMIT}`;
}

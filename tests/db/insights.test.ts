import { beforeAll, describe, expect, it } from 'vitest';
import { sqlClient } from '@/db/connection';
import { insightsOf, letObserversRead, observersMayRead, type Insights } from '@/db/insights';
import { wordsBehind } from '@/db/insights-words';
import type { People } from '@/demo/people';
import { calibrationOf } from '@/domain/insights/calibration';
import { phaseTimesOf, usuallyInTheRoom, waitingOf } from '@/domain/insights/meeting';
import { labPressure } from '@/domain/insights/pressure';
import { decisionsOf, followThroughOf, outcomesOf } from '@/domain/insights/promises';
import { climbsOf, gapsOf, stallOf } from '@/domain/insights/rungs';
import { useTestDatabase } from '../support/database';
import { memberOf, says, seedTwelveWeeks, WEEKS } from '../support/twelve-weeks';

useTestDatabase();

const NOW = Date.UTC(2026, 10, 26, 12);
const HALF = WEEKS / 2;
let people: People;
let seen: Insights;

/** Each revealed turn with the first rung that isn't yes, by the rep and by the room; 0 for none. */
const RUNGS_OF = `
  select t.id, t.scenario_id, t.started_at,
    (select coalesce(min(n), 0) from generate_series(1, 5) n where t.reveal->'read'->>(n - 1) <> 'yes') as rep,
    (select coalesce(min(n), 0) from generate_series(1, 5) n where
      (t.reveal->'totals'->(n - 1)->>'yes')::int * 2 <= (select sum(value::int) from jsonb_each_text(t.reveal->'totals'->(n - 1)))) as room
  from turns t where t.reveal is not null`;

describe('the insights of twelve seeded weeks, each figure beside SQL written apart', () => {
  beforeAll(async () => {
    people = await seedTwelveWeeks(20_261_126, NOW);
    seen = await insightsOf(await memberOf(people.ids.ruth), 'all', NOW);
  }, 60_000);

  it('rests on every turn and session', async () => {
    const [row] = await says<{ turns: string; sessions: string }>(
      `select (select count(*) from turns) as turns, (select count(*) from sessions where status = 'ended') as sessions`,
    );
    expect([seen.turns.length, seen.sessions.length]).toEqual([Number(row?.turns), Number(row?.sessions)]);
    expect(seen.sessions).toHaveLength(WEEKS);
  });

  it('places each deal on its lowest open rung, by the room’s read and by the rep’s', async () => {
    const rows = await says<{ rung: number; room: string; rep: string }>(`
      with of as (${RUNGS_OF})
      select n as rung, (select count(*) from of where room = n) as room, (select count(*) from of where rep = n) as rep
      from generate_series(0, 5) n order by n`);
    const stall = stallOf(seen.turns);
    expect(stall.room.map(({ length }) => length)).toEqual(rows.slice(1).map(({ room }) => Number(room)));
    expect(stall.rep.map(({ length }) => length)).toEqual(rows.slice(1).map(({ rep }) => Number(rep)));
    expect(stall.noneOpen).toBe(Number(rows[0]?.room));
  });

  it('adds up the share of yes on each rung', async () => {
    const rows = await says<{ rep: number; room: number }>(`
      select round(100.0 * count(*) filter (where reveal->'read'->>(n - 1) = 'yes') / count(*))::int as rep,
        round(100.0 * sum((reveal->'totals'->(n - 1)->>'yes')::int) / sum((reveal->'totals'->(n - 1)->>'yes')::int
          + (reveal->'totals'->(n - 1)->>'unsure')::int + (reveal->'totals'->(n - 1)->>'no')::int))::int as room
      from turns, generate_series(1, 5) n where reveal is not null group by n order by n`);
    expect(gapsOf(seen.turns).gaps.map(({ rep, room }) => ({ rep, room }))).toEqual(rows);
  });

  it('counts the ladders that climbed, stayed and fell', async () => {
    const [row] = await says<{ up: string; level: string; down: string }>(`
      with now as (
        select distinct on (c.turn_id) c.turn_id, k.ladder from commitments c join checkins k on k.commitment_id = c.id
        where k.ladder is not null order by c.turn_id, k.at desc),
      held as (
        select t.id, (select count(*) from generate_series(0, 4) n where t.reveal->'read'->>n = 'yes') as before,
          (select count(*) from generate_series(0, 4) n where now.ladder->n->>'answer' = 'yes') as after
        from turns t join now on now.turn_id = t.id)
      select count(*) filter (where after > before) as up, count(*) filter (where after = before) as level,
        count(*) filter (where after < before) as down from held`);
    const { up, level, down } = climbsOf(seen.turns);
    expect([up, level, down]).toEqual([Number(row?.up), Number(row?.level), Number(row?.down)]);
    expect(up + level + down).toBeGreaterThan(5);
  });

  it('counts commitments done in time: by their day, or at the first session after it', async () => {
    const rows = await says<{ number: number; kept: string; missed: string; open: string }>(`
      with told as (
        select c.id, s.number, c.due_on,
          (select min(n.number) from sessions n where n.started_at::date > c.due_on) as next_number,
          (select k.at from checkins k where k.commitment_id = c.id and k.outcome <> 'no_change' order by k.at limit 1) as moved_at,
          (select n.number from checkins k join sessions n on n.id = k.session_id
            where k.commitment_id = c.id and k.outcome <> 'no_change' order by k.at limit 1) as moved_in,
          exists (select 1 from checkins k where k.commitment_id = c.id and k.outcome = 'no_change' and k.at::date >= c.due_on) as stood
        from commitments c join sessions s on s.id = c.session_id where c.decision <> 'move_on'),
      judged as (
        select number, case when moved_at::date <= due_on or moved_in = next_number then 'kept'
          when stood or next_number is not null then 'missed' else 'open' end as verdict from told)
      select number, count(*) filter (where verdict = 'kept') as kept, count(*) filter (where verdict = 'missed') as missed,
        count(*) filter (where verdict = 'open') as open from judged group by number order by number`);
    const { sessions, kept } = followThroughOf(seen.turns);
    expect(sessions.map((one) => [one.sessionNumber, one.kept.length, one.missed.length, one.open.length])).toEqual(
      rows.map(({ number, ...counts }) => [number, Number(counts.kept), Number(counts.missed), Number(counts.open)]),
    );
    expect(kept).toBeGreaterThan(0);
  });

  it('counts the latest outcome of each deal, moving on by decision among them', async () => {
    const rows = await says<{ outcome: string; count: string }>(`
      select coalesce((select k.outcome from checkins k where k.commitment_id = c.id order by k.at desc limit 1),
        case c.decision when 'move_on' then 'moved_on' end) as outcome, count(*)
      from commitments c group by 1`);
    const expected = Object.fromEntries(
      rows.filter(({ outcome }) => outcome !== null).map(({ outcome, count }) => [outcome, Number(count)]),
    );
    const { outcomes } = outcomesOf(seen.turns);
    const counted = outcomes.filter(({ cases }) => cases.length > 0);
    expect(Object.fromEntries(counted.map(({ outcome, cases }) => [outcome, cases.length]))).toEqual(expected);
  });

  it('puts the outcomes beside the decisions, a decision to move on being one by itself', async () => {
    const rows = await says<{ decision: string; won: string; movedOn: string; unknown: string; all: string }>(`
      select decision, count(*) filter (where latest = 'won') as won,
        count(*) filter (where latest = 'moved_on') as "movedOn", count(*) filter (where latest is null) as unknown,
        count(*) as all
      from (select decision, coalesce(
          (select outcome from checkins where commitment_id = c.id order by at desc limit 1),
          case decision when 'move_on' then 'moved_on' end) as latest
        from commitments c) it group by decision`);
    const figures = decisionsOf(seen.turns).map(({ decision, cases, outcomes, unknown }) => [
      decision,
      { won: outcomes.won, movedOn: outcomes.moved_on, unknown, all: cases.length },
    ]);
    const expected = rows.map(({ decision, won, movedOn, unknown, all }) => [
      decision,
      { won: Number(won), movedOn: Number(movedOn), unknown: Number(unknown), all: Number(all) },
    ]);
    expect(Object.fromEntries(figures)).toEqual(Object.fromEntries(expected));
  });

  it('times each phase from the log, beside its plan', async () => {
    const rows = await says<{ phase: string; took: number; turns: string }>(`
      with moves as (
        select session_id, seq, type, at, data->>'phase' as phase, lead(at) over (partition by session_id order by seq) as until
        from events where type in ('turn.started', 'turn.phase_changed', 'turn.ended'))
      select phase, percentile_cont(0.5) within group (order by extract(epoch from until - at)) as took, count(*) as turns
      from moves where type <> 'turn.ended' group by phase`);
    const figures = phaseTimesOf(seen.phases);
    for (const { phase, took, turns } of rows) {
      const figure = figures.find((one) => one.phase === phase);
      expect(figure?.took).toBeCloseTo(took, 3);
      expect(figure?.turns).toBe(Number(turns));
    }
    expect(figures.map(({ planned }) => planned)).toEqual([180, 300, 600, 120]);
  });

  it('counts who was in the room, and how long deals waited', async () => {
    const [row] = await says<{ usual: string; days: number }>(`
      select (select round(avg(n)) from (select count(distinct user_id) n from attendance where role <> 'observer' group by session_id) it) as usual,
        (select percentile_cont(0.5) within group (order by extract(epoch from t.started_at - s.submitted_at) / 86400)
          from turns t join scenarios s on s.id = t.scenario_id) as days`);
    expect(usuallyInTheRoom(seen.sessions)).toBe(Number(row?.usual));
    expect(waitingOf(seen.turns).days).toBeCloseTo(Number(row?.days), 3);
  });

  it('says how often rep and room had placed the rung right, once a deal was over', async () => {
    const [row] = await says<{ all: string; rep: string; room: string; silent: string }>(`
      with of as (${RUNGS_OF}),
      over as (
        select of.*, latest.outcome, (
            select k.ladder from checkins k where k.commitment_id = c.id and k.at = latest.at) as ladder, (
            select k.looking_back from checkins k where k.commitment_id = c.id and k.at = latest.at) as back
        from of join commitments c on c.turn_id = of.id
          cross join lateral (select outcome, at from checkins where commitment_id = c.id order by at desc limit 1) latest
        where latest.outcome in ('won', 'lost', 'moved_on')),
      placed as (
        select *, coalesce(back, (
          select coalesce(min(n), 0) from generate_series(1, 5) n where ladder->(n - 1)->>'answer' <> 'yes')) as was
        from over where back is not null or (ladder is not null and outcome <> 'won'))
      select (select count(*) from placed) as all, (select count(*) from placed where was = rep) as rep,
        (select count(*) from placed where was = room) as room,
        (select count(*) from over) - (select count(*) from placed) as silent`);
    const { placed, repRight, roomRight, silent } = calibrationOf(seen.turns);
    expect([placed.length, repRight, roomRight, silent].map(String)).toEqual([
      row?.all,
      row?.rep,
      row?.room,
      row?.silent,
    ]);
    expect(placed.length).toBeGreaterThan(5);
    expect(placed.some(({ turn }) => turn.outcome === 'won')).toBe(true);
    expect(silent).toBeGreaterThan(0);
  });

  it('knows of the pipelines together what the room knows, month by month, and nothing that was for the hosts', async () => {
    const rows = await says<{ month: string; deals: string; people: string; other: string; hangs: string }>(`
      select to_char(submitted_at at time zone 'UTC', 'YYYY-MM') as month, count(*) as deals,
        count(distinct rep_id) as people, round(avg((pipeline->>'otherLiveDeals')::int), 1) as other,
        round(avg((pipeline->>'lifeOrDeath')::int), 1) as hangs
      from scenarios s join scenario_private p on p.scenario_id = s.id
      where not coalesce((pipeline->>'hostsOnly')::boolean, false) and submitted_at < '2026-11-01'
      group by 1 order by 1`);
    const { all, stretches } = labPressure(seen.pressure, 0, NOW);
    expect(stretches).toEqual(
      rows.map(({ month, ...row }) => ({
        from: month,
        until: month,
        deals: Number(row.deals),
        people: Number(row.people),
        otherLiveDeals: Number(row.other),
        lifeOrDeath: Number(row.hangs),
      })),
    );
    expect(all?.deals).toBe(rows.reduce((sum, { deals }) => sum + Number(deals), 0));
    const [hidden] = await says<{ count: string }>(
      `select count(*) from scenario_private where pipeline ? 'hostsOnly'`,
    );
    expect(Number(hidden?.count)).toBeGreaterThan(0);
  });

  it('shows one’s own pipeline to oneself alone, with what was for the hosts', async () => {
    for (const actor of ['marisol', 'devon'] as const) {
      const { own } = await insightsOf(await memberOf(people.ids[actor]), 'all', NOW);
      const [row] = await says<{ count: string }>(
        `select count(*) from scenarios where rep_id = '${people.ids[actor]}'`,
      );
      expect(own).toHaveLength(Number(row?.count));
      expect(new Set(own.map(({ repId }) => repId))).toEqual(new Set([people.ids[actor]]));
    }
    expect(seen.own).toEqual([]);
  });

  it('looks back as far as the range says', async () => {
    const host = await memberOf(people.ids.ruth);
    const weeks = await insightsOf(host, 'weeks', NOW - HALF * 7 * 86_400_000);
    expect(weeks.sessions.map(({ number }) => number).slice(0, 1)).toEqual([1]);
    const late = await insightsOf(host, 'weeks', NOW);
    expect(late.sessions).toHaveLength(8);
    expect((await insightsOf(host, 'year', NOW)).sessions).toHaveLength(WEEKS);
  });

  it('rests on one set of sessions, those that ended: nothing of one that runs is counted', async () => {
    const host = await memberOf(people.ids.ruth);
    const set = (status: string) =>
      sqlClient()<{ id: string }[]>`update sessions set status = ${status}::text where number = ${WEEKS} returning id`;
    const [running] = await set('live');
    const during = await insightsOf(host, 'all', NOW);
    const behind = await wordsBehind(host, 0, { skip: 0, take: 10_000 });
    await set('ended');
    const [row] = await says<{ turns: string; words: string; listed: string }>(`
      select (select count(*) from turns where session_id <> '${running!.id}') as turns, count(*) as words,
        count(*) filter (where kind <> 'answer') as listed
      from contributions where gone is null and session_id <> '${running!.id}'`);
    expect(during.sessions).toHaveLength(WEEKS - 1);
    expect(during.turns).toHaveLength(Number(row?.turns));
    expect(during.written.reduce((sum, { count }) => sum + count, 0)).toBe(Number(row?.words));
    expect(behind).toHaveLength(Number(row?.listed));
  });

  it('is for observers once a host says so', async () => {
    const observer = await memberOf(people.ids.ellen);
    expect(await observersMayRead(observer)).toBe(false);
    await letObserversRead(await memberOf(people.ids.ruth), true);
    expect(await observersMayRead(observer)).toBe(true);
  });
});

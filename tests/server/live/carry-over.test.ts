import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sqlClient } from '@/db/connection';
import { membershipIn } from '@/db/labs';
import { membersOf } from '@/db/members';
import { loadState } from '@/db/session-log';
import { useTestDatabase } from '../../support/database';
import { aDeal } from '../../support/deals';
import { addSession, makeLab } from '../../support/lab';
import { startLive, type LiveServer } from '../../support/live-server';

useTestDatabase();
let server: LiveServer;
beforeAll(async () => {
  server = await startLive();
});
afterAll(() => server.close());

/** A live session with two deals waiting. */
async function waitingDeals() {
  const lab = await makeLab();
  const host = await server.connect(lab.hosts[0]!, lab);
  const rep = await server.connect(lab.reps[0]!, lab);
  await rep.does(
    'scenario.submit',
    aDeal('First', { pipeline: { otherLiveDeals: 1, lifeOrDeath: 2, hostsOnly: true } }),
  );
  await rep.does('scenario.submit', aDeal('Second'));
  await host.reached(rep.seq);
  const [first, second] = host.state.queue as [string, string];
  await host.does('scenario.second', { scenarioId: first, on: true });
  await host.does('session.start');
  return { lab, host, rep, first, second };
}

const rowsOf = (labId: string) => sqlClient()<
  { title: string; session_id: string; stands: string; carried_weeks: number }[]
>`
  select title, session_id, stands, carried_weeks from scenarios where lab_id = ${labId} order by title`;

describe('Q8: what was not reached', () => {
  it('goes whole into the lab’s next scheduled session, deferred ones first, and both rooms learn it', async () => {
    const { lab, host, first, second } = await waitingDeals();
    const later = await addSession(lab.labId, 3, new Date(Date.now() + 20 * 86_400_000));
    const next = await addSession(lab.labId, 2, new Date(Date.now() + 7 * 86_400_000));
    const there = await server.connect(lab.reps[1]!, next);
    await host.does('scenario.defer', { scenarioId: second });
    await host.does('session.end');
    await there.reached(2);
    expect(there.state.queue).toEqual([second, first]);
    expect(there.state.scenarios[first]).toMatchObject({ seconds: [lab.hosts[0]!.id], carriedWeeks: 1 });
    expect(there.state.scenarios[first]!.pipeline).toBeUndefined();
    expect(there.events.map(({ type }) => type)).toEqual(['scenario.carried', 'scenario.carried']);
    expect(host.state).toMatchObject({ status: 'ended', carriedTo: next });
    expect((await rowsOf(lab.labId)).map((row) => [row.session_id, row.stands])).toEqual([
      [next, 'waiting'],
      [next, 'waiting'],
    ]);
    expect((await loadState(later)).state.seq).toBe(0);
  });

  it('makes the next session, a week later at the same local time, over a change of the clocks', async () => {
    const { lab, host } = await waitingDeals();
    await sqlClient()`
      update sessions set starts_at = '2099-10-22 17:00 Europe/Berlin' where id = ${lab.sessionId}`;
    await host.does('session.end');
    const [made] = await sqlClient()`
      select number, status, duration_minutes, to_char(starts_at at time zone 'Europe/Berlin', 'YYYY-MM-DD HH24:MI') as at
      from sessions where id = ${host.state.carriedTo!}`;
    expect(made).toEqual({ number: 2, status: 'scheduled', duration_minutes: 90, at: '2099-10-29 17:00' });
  });

  it('nothing waiting makes no session', async () => {
    const lab = await makeLab();
    const host = await server.connect(lab.hosts[0]!, lab);
    await host.does('session.start');
    await host.does('session.end');
    expect(await sqlClient()`select id from sessions where lab_id = ${lab.labId}`).toHaveLength(1);
  });

  it('W7: under an id that the next session has from another command is a conflict, and harms nobody else', async () => {
    const { lab, host, rep } = await waitingDeals();
    const next = await addSession(lab.labId, 2, new Date(Date.now() + 7 * 86_400_000));
    const there = await server.connect(lab.reps[1]!, next);
    const id = randomUUID();
    expect(await there.send('scenario.submit', aDeal('Mine'), id)).toMatchObject({ ok: true });
    const [ended, noted, left] = await Promise.all([
      host.send('session.end', {}, id),
      host.send('host.note', { body: 'In the same batch.' }),
      rep.send('takeaway.leave', { body: 'Ask who signs.' }),
    ]);
    expect(ended).toMatchObject({ error: { code: 'conflict', field: 'id' } });
    expect([noted, left]).toMatchObject([{ ok: true }, { ok: true }]);
    await host.does('session.end');
    await there.until(() => there.state.queue.length === 3, 'what was carried over');
  });

  it('S6: a cancelled session hands over too', async () => {
    const lab = await makeLab();
    const host = await server.connect(lab.hosts[0]!, lab);
    await host.does('scenario.submit', aDeal('Waits', { for: lab.reps[0]!.id }));
    await host.does('session.cancel');
    expect(host.state.status).toBe('cancelled');
    const next = await server.connect(lab.hosts[0]!, host.state.carriedTo!);
    expect(Object.values(next.state.scenarios).map(({ title }) => title)).toEqual(['Waits']);
    const [row] = await sqlClient()`select status from sessions where id = ${lab.sessionId}`;
    expect(row).toEqual({ status: 'cancelled' });
  });
});

describe('Q13: what is known of a rep', () => {
  it('is as it stands, without words that do not, when the next session is handed their deal, and when that one starts', async () => {
    const { lab, host, rep, first, second } = await waitingDeals();
    expect(rep.state.scenarios[second]!.standing).toEqual({ lastSeatAt: null, coached: 0 });
    const peer = await server.connect(lab.reps[1]!, lab);
    await peer.does('scenario.submit', aDeal('A peer’s'));
    await host.does('turn.start', { scenarioId: first });
    const { startedAt } = host.state.turn!;
    await host.does('turn.phase', { phase: 'coach' });
    await peer.reached(host.seq);
    for (const body of ['Ask who signs.', 'Taken back.', 'Hidden.'])
      await peer.does('contribution.add', { kind: 'advice', body });
    await host.reached(peer.seq);
    const said = (body: string) => ({
      contributionId: host.state.turn!.contributions.find((one) => one.body === body)!.id,
    });
    await peer.does('contribution.withdraw', said('Taken back.'));
    await host.does('contribution.hide', said('Hidden.'));
    const listed = await membersOf((await membershipIn(lab.hosts[0]!.id, lab.labId))!);
    expect(listed.find(({ id }) => id === lab.reps[1]!.id)?.coached).toBe(1);
    await host.does('session.end');
    const next = await server.connect(lab.hosts[0]!, host.state.carriedTo!);
    const standings = () =>
      Object.fromEntries(Object.values(next.state.scenarios).map(({ title, standing }) => [title, standing]));
    const expected = {
      Second: { lastSeatAt: startedAt, coached: 0 },
      'A peer’s': { lastSeatAt: null, coached: 1 },
    };
    expect(standings()).toEqual(expected);
    await sqlClient()`delete from contributions where lab_id = ${lab.labId}`;
    await next.does('session.start');
    expect(standings()).toEqual({ ...expected, 'A peer’s': { lastSeatAt: null, coached: 0 } });
  });
});

describe('T11: a turn that is put off', () => {
  it('is no seat in the next session, nor in history, until it is taken up again', async () => {
    const { lab, host, first, second } = await waitingDeals();
    await host.does('turn.start', { scenarioId: first });
    const turnId = host.state.turn!.id;
    await host.does('scenario.defer', { scenarioId: first });
    const [row] = await sqlClient()`select put_off, ended_at is not null as ended from turns where id = ${turnId}`;
    expect(row).toEqual({ put_off: true, ended: true });
    await host.does('turn.start', { scenarioId: first });
    const [again] = await sqlClient()`select put_off from turns where id = ${turnId}`;
    expect(again).toEqual({ put_off: false });
    await host.does('scenario.defer', { scenarioId: first });
    await host.does('session.end');
    const next = await server.connect(lab.hosts[0]!, host.state.carriedTo!);
    for (const id of [first, second]) expect(next.state.scenarios[id]!.standing.lastSeatAt).toBeNull();
    expect(next.state.queue[0]).toBe(first);
    await next.does('session.start');
    expect(next.state.scenarios[second]!.standing.lastSeatAt).toBeNull();
    await next.does('turn.start', { scenarioId: first });
    const seats = await sqlClient()`select put_off from turns where scenario_id = ${first} order by started_at`;
    expect(seats).toEqual([{ put_off: true }, { put_off: false }]);
  });
});

describe('Q9, Q10: reopening', () => {
  it('takes it back as it was changed meanwhile; what was withdrawn there is withdrawn here', async () => {
    const { lab, host, rep, first, second } = await waitingDeals();
    await host.does('session.end');
    const next = host.state.carriedTo!;
    const there = await server.connect(lab.reps[0]!, next);
    await there.does('scenario.edit', { scenarioId: first, changes: { title: 'First, again' }, base: there.seq });
    await there.does('scenario.withdraw', { scenarioId: second });
    const seq = await host.does('session.reopen');
    await Promise.all([rep.reached(seq), there.until(() => there.state.queue.length === 0, 'the empty queue')]);
    expect(host.state.status).toBe('live');
    expect(host.state.queue).toEqual([first]);
    expect(host.state.scenarios[first]).toMatchObject({ title: 'First, again', carriedWeeks: 0 });
    expect(await rowsOf(lab.labId)).toMatchObject([
      { title: 'First, again', session_id: lab.sessionId, stands: 'waiting', carried_weeks: 0 },
      { title: 'Second', stands: 'withdrawn' },
    ]);
    const [row] = await sqlClient()`select status, ended_at from sessions where id = ${lab.sessionId}`;
    expect(row).toEqual({ status: 'live', ended_at: null });
    await host.does('session.end');
    await there.until(() => there.state.queue.length === 1, 'the carried deal');
  });

  it('takes back what was carried over a moment before, also where both wait for the same commit', async () => {
    const { lab, host, first, second } = await waitingDeals();
    const acks = await Promise.all(
      ['host.note', 'session.end', 'session.reopen', 'session.end', 'session.reopen'].map((type) =>
        host.send(type, type === 'host.note' ? { body: 'All at once.' } : {}),
      ),
    );
    expect(acks.map(({ ok }) => ok)).toEqual([true, true, true, true, true]);
    await host.until(() => host.state.status === 'live' && host.state.queue.length === 2, 'both deals');
    expect(host.state.queue).toEqual([first, second]);
    expect((await rowsOf(lab.labId)).map((row) => [row.session_id, row.stands])).toEqual([
      [lab.sessionId, 'waiting'],
      [lab.sessionId, 'waiting'],
    ]);
    expect(await sqlClient()`select id from sessions where lab_id = ${lab.labId}`).toHaveLength(2);
  });

  it('is a conflict once that session has started', async () => {
    const { lab, host } = await waitingDeals();
    await host.does('session.end');
    const there = await server.connect(lab.hosts[0]!, host.state.carriedTo!);
    await there.does('session.start');
    expect(await host.send('session.reopen')).toMatchObject({ error: { code: 'conflict' } });
  });
});

describe('S12: a live session that no host has visited for 12 hours', () => {
  it('ends itself, by the system, and carries over', async () => {
    const { lab, host, rep } = await waitingDeals();
    host.close();
    await rep.until(() => !rep.presence.has(lab.hosts[0]!.id), 'the host leaving');
    await expect
      .poll(async () => {
        const rows = await sqlClient()`
          update attendance set seen_at = now() - interval '13 hours', until_at = now() - interval '13 hours'
          where session_id = ${lab.sessionId} and role = 'host' and until_at is not null returning id`;
        return rows.length;
      })
      .toBe(1);
    await server.live.endAbandoned();
    expect((await loadState(lab.sessionId)).state.status).toBe('live');
    await sqlClient()`update sessions set started_at = now() - interval '13 hours' where id = ${lab.sessionId}`;
    await server.live.endAbandoned();
    await rep.until(() => rep.state.status === 'ended', 'the end');
    expect(rep.events.at(-1)).toMatchObject({ type: 'session.ended', by: null });
    expect((await rowsOf(lab.labId)).every(({ session_id: at }) => at === rep.state.carriedTo)).toBe(true);
  });
});

describe('S9: the opening', () => {
  it('records settings, hosts and what is due from the sessions before', async () => {
    const { lab, host, rep, first } = await waitingDeals();
    await host.does('turn.start', { scenarioId: first });
    await host.does('ladder.open').catch(() => host.does('turn.phase', { phase: 'clarify' }));
    await host.does('ladder.open');
    const voter = await server.connect(lab.reps[1]!, lab);
    await voter.does('ladder.vote', { answers: ['yes', 'no', 'yes', 'no', 'unsure'] });
    await host.does('ladder.reveal');
    await host.does('turn.phase', { phase: 'commit' });
    await rep.reached(host.seq);
    await rep.does('commitment.make', { decision: 'pursue', nextStep: 'Call Ellen', dueOn: '2099-01-01' });
    await host.does('session.end');
    const next = await server.connect(lab.hosts[0]!, host.state.carriedTo!);
    await next.does('session.start');
    expect(next.state.hosts).toEqual(expect.arrayContaining(lab.hosts.map(({ id }) => id)));
    expect(next.state.settings).toMatchObject({ timeZone: 'Europe/Berlin', strict: true });
    expect(next.state.rollCall).toMatchObject([
      {
        repId: lab.reps[0]!.id,
        title: 'First',
        decision: 'pursue',
        nextStep: 'Call Ellen',
        dueOn: '2099-01-01',
        held: [true, false, true, false, false],
      },
    ]);
    expect(next.state.rollCall[0]).not.toHaveProperty('checkedIn');
    const { commitmentId } = next.state.rollCall[0]!;
    await next.does('checkin.record', { commitmentId, outcome: 'won' });
    await next.does('checkin.record', { commitmentId, outcome: 'advanced', note: 'Not signed yet' });
    expect(next.state.rollCall[0]?.checkIn).toMatchObject({ outcome: 'advanced', note: 'Not signed yet' });
    const rows = await sqlClient()`
      select outcome, note, session_id from checkins where commitment_id = ${commitmentId} order by at, id`;
    expect(rows).toEqual([
      { outcome: 'won', note: null, session_id: host.state.carriedTo },
      { outcome: 'advanced', note: 'Not signed yet', session_id: host.state.carriedTo },
    ]);
  });
});

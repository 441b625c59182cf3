import { beforeEach, describe, expect, test } from 'vitest';
import { readsAsHost, roleIn } from '@/domain/session';
import { REOPEN_MS, TAKE_OVER_MS } from '@/domain/permissions';
import { GUEST, HOST, HOST_2, OBSERVER, REP, REP_2, REP_3, ROLL_CALL, uid, World } from '../support/session-world';

const MINUTE = 60_000;
let world: World;
beforeEach(() => (world = new World()));

const state = () => world.session.state;
const types = () => world.session.events.map(({ type }) => type);

describe('start and end', () => {
  test('S9: the start records settings, hosts and the commitments that are due', () => {
    world.settings = { ...world.settings, strict: false, timeZone: 'Europe/Berlin' };
    world.ok(HOST, 'session.start');
    expect(state()).toMatchObject({
      status: 'live',
      settings: world.settings,
      hosts: [HOST, HOST_2],
      rollCall: ROLL_CALL,
    });
    expect(world.refused(HOST_2, 'session.start').code).toBe('wrong_status');
  });

  test('S10, F1: closing ends the open turn and opens the floor; again nothing changes', () => {
    world.seats(world.brings(REP));
    expect(world.ok(HOST, 'session.close').map(({ type }) => type)).toEqual(['turn.ended', 'session.closed']);
    expect(state()).toMatchObject({ status: 'closing', floor: { open: true, closed: false } });
    expect(state().turn).toBeUndefined();
    expect(world.ok(HOST_2, 'session.close')).toEqual([]);
  });

  test('S11: the end ends an open turn, from live as from closing, and closes the floor', () => {
    world.seats(world.brings(REP));
    world.ok(HOST, 'floor.open');
    expect(world.ok(HOST, 'session.end').map(({ type }) => type)).toEqual(['turn.ended', 'session.ended']);
    expect(state()).toMatchObject({ status: 'ended', floor: { open: false } });
    world.ok(HOST, 'session.reopen');
    world.ok(HOST, 'session.close');
    world.ok(HOST, 'session.end');
    expect(state().status).toBe('ended');
  });

  test('S4: reopening the closing round returns to live', () => {
    world.ok(HOST, 'session.start');
    world.ok(HOST, 'session.close');
    world.ok(HOST, 'session.reopen');
    expect(state().status).toBe('live');
  });

  test('S5: an ended session can be reopened for 30 minutes, to the millisecond', () => {
    world.ok(HOST, 'session.start');
    world.ok(HOST, 'session.end');
    const ended = world.now;
    world.now = ended + REOPEN_MS + 1;
    expect(world.refused(HOST, 'session.reopen').code).toBe('wrong_status');
    world.now = ended + REOPEN_MS;
    world.ok(HOST, 'session.reopen');
    expect(state().status).toBe('live');
    expect(state().endedAt).toBeUndefined();
  });

  test('S12: the system ends an abandoned session, by nobody, and carries over', () => {
    const waiting = world.brings(REP);
    world.ok(HOST, 'session.start');
    const [ended] = world.ok(null, 'session.end');
    expect(ended).toMatchObject({ type: 'session.ended', by: null });
    expect(world.next.state.queue).toEqual([waiting]);
  });

  test('S6: nothing happens any more in a cancelled session', () => {
    world.ok(HOST, 'session.cancel');
    for (const type of ['session.start', 'session.reopen', 'session.cancel'] as const) {
      expect(world.refused(HOST, type).code).toBe('wrong_status');
    }
    expect(world.refused(HOST, 'host.note', { body: 'A pity' }).code).toBe('wrong_status');
  });

  test('S19: folding needs no clock, and at never runs back', () => {
    world.seats(world.brings(REP));
    const before = JSON.stringify(state());
    world.now += 60 * MINUTE;
    expect(JSON.stringify(state())).toBe(before);
    const instants = world.session.events.map(({ at }) => at);
    expect([...instants].sort()).toEqual(instants);
  });
});

describe('who runs the meeting', () => {
  test('S13: a rep who is handed the session is a host in it; again, or to a host, nothing changes', () => {
    world.ok(HOST, 'host.hand_over', { userId: REP });
    expect(roleIn(state(), { id: REP, role: 'rep' })).toBe('host');
    expect(readsAsHost(state(), { id: REP, role: 'rep' })).toBe(true);
    expect(world.ok(HOST, 'host.hand_over', { userId: REP })).toEqual([]);
    expect(world.ok(HOST, 'host.hand_over', { userId: HOST_2 })).toEqual([]);
    world.ok(REP, 'session.start');
    expect(state().hosts).toEqual([HOST, HOST_2, REP]);
  });

  test('S13: an observer, somebody removed and somebody unknown are refused', () => {
    world.ok(HOST, 'participant.remove', { userId: REP });
    expect(world.refused(HOST, 'host.hand_over', { userId: OBSERVER }).code).toBe('conflict');
    expect(world.refused(HOST, 'host.hand_over', { userId: REP }).code).toBe('conflict');
    expect(world.refused(HOST, 'host.hand_over', { userId: uid(777) })).toMatchObject({
      code: 'not_found',
      field: 'userId',
    });
  });

  test('S14: a rep takes over once no host has been there for 3 minutes', () => {
    world.ok(HOST, 'session.start');
    world.hostAwayMs = TAKE_OVER_MS - 1;
    expect(world.refused(REP, 'host.take_over').code).toBe('forbidden');
    world.hostAwayMs = TAKE_OVER_MS;
    expect(world.refused(OBSERVER, 'host.take_over').code).toBe('read_only');
    world.ok(REP, 'host.take_over');
    expect(state().standIn).toBe(REP);
  });

  test("S15: who took over has a host's commands, reads what the room reads, and stops when a host returns", () => {
    world.ok(HOST, 'session.start');
    world.hostAwayMs = TAKE_OVER_MS;
    world.ok(REP, 'host.take_over');
    expect(roleIn(state(), { id: REP, role: 'rep' })).toBe('host');
    expect(readsAsHost(state(), { id: REP, role: 'rep' })).toBe(false);
    expect(state().hosts).not.toContain(REP);
    world.ok(REP, 'floor.open');
    world.hostReturns();
    expect(world.session.events.at(-1)).toMatchObject({ type: 'host.returned', by: null, data: { userId: REP } });
    expect(world.refused(REP, 'floor.close').code).toBe('forbidden');
    world.hostReturns();
    expect(types().filter((type) => type === 'host.returned')).toHaveLength(1);
  });

  test('S15: who took over learns nothing of what they may not read by editing it', () => {
    const pipeline = { otherLiveDeals: 4, lifeOrDeath: 5 as const, hostsOnly: true };
    const scenarioId = world.brings(REP_2, { pipeline });
    const { ladder } = state().scenarios[scenarioId]!;
    const own = world.brings(REP, { pipeline });
    world.ok(HOST, 'session.start');
    world.hostAwayMs = TAKE_OVER_MS;
    world.ok(REP, 'host.take_over');
    const base = state().seq;
    for (const changes of [{ ladder }, { pipeline }]) {
      expect(world.refused(REP, 'scenario.edit', { scenarioId, changes, base }).code).toBe('forbidden');
      expect(world.ok(REP, 'scenario.edit', { scenarioId: own, changes, base: 0 })).toEqual([]);
      expect(world.ok(HOST, 'scenario.edit', { scenarioId, changes, base: 0 })).toEqual([]);
    }
    world.ok(REP, 'scenario.edit', { scenarioId, changes: { title: 'Another title' }, base });
  });

  test('S16: another rep takes over from one who is gone too', () => {
    world.ok(HOST, 'session.start');
    world.hostAwayMs = TAKE_OVER_MS;
    world.ok(REP, 'host.take_over');
    world.hostAwayMs = 0;
    expect(world.refused(REP_2, 'host.take_over').code).toBe('forbidden');
    world.hostAwayMs = TAKE_OVER_MS;
    world.ok(REP_2, 'host.take_over');
    expect(state().standIn).toBe(REP_2);
    expect(world.refused(REP, 'floor.open').code).toBe('forbidden');
  });

  test('S13, S15: who is handed the session stands in no longer, but is a host', () => {
    world.ok(HOST, 'session.start');
    world.hostAwayMs = TAKE_OVER_MS;
    world.ok(REP, 'host.take_over');
    world.ok(HOST, 'host.hand_over', { userId: REP });
    expect(state().standIn).toBeUndefined();
    world.hostReturns();
    world.ok(REP, 'floor.open');
  });
});

describe('removal', () => {
  test('S17: a removed person can send nothing; removed again, nothing changes', () => {
    world.ok(HOST, 'session.start');
    for (const userId of [REP, OBSERVER, GUEST]) world.ok(HOST, 'participant.remove', { userId });
    expect(world.refused(REP, 'takeaway.leave', { body: 'Still here' }).code).toBe('forbidden');
    expect(world.refused(GUEST, 'floor.ask', { body: 'Why?' }).code).toBe('forbidden');
    expect(world.ok(HOST, 'participant.remove', { userId: REP })).toEqual([]);
  });

  test("S17, T13: removing who sits there ends the turn; votes stand; it can't be started again", () => {
    const scenarioId = world.brings(REP);
    world.seats(scenarioId, 'coach');
    world.ok(HOST, 'ladder.open');
    world.ok(REP_2, 'ladder.vote', { answers: ['yes', 'yes', 'yes', 'no', 'no'] });
    world.ok(HOST, 'participant.remove', { userId: REP_2 });
    expect(state().turn?.votes).toBe(1);
    expect(world.ok(HOST, 'participant.remove', { userId: REP }).map(({ type }) => type)).toEqual([
      'participant.removed',
      'turn.ended',
    ]);
    expect(state().turns[0]?.votes).toBe(1);
    expect(world.refused(HOST, 'turn.start', { scenarioId }).code).toBe('conflict');
  });

  test('S17: a rep who ran the meeting runs it no longer', () => {
    world.ok(HOST, 'host.hand_over', { userId: REP });
    world.ok(HOST, 'session.start');
    world.hostAwayMs = TAKE_OVER_MS;
    world.ok(REP_2, 'host.take_over');
    for (const userId of [REP, REP_2]) world.ok(HOST, 'participant.remove', { userId });
    expect(state()).toMatchObject({ hosts: [HOST, HOST_2], handed: [], removed: [REP, REP_2] });
    expect(state().standIn).toBeUndefined();
  });

  test('S18: nobody removes themselves, a host, or somebody unknown', () => {
    world.ok(HOST, 'host.hand_over', { userId: REP_3 });
    expect(world.refused(HOST, 'participant.remove', { userId: HOST }).code).toBe('conflict');
    expect(world.refused(REP_3, 'participant.remove', { userId: HOST_2 }).code).toBe('conflict');
    expect(world.refused(HOST, 'participant.remove', { userId: uid(777) })).toMatchObject({
      code: 'not_found',
      field: 'userId',
    });
  });
});

import { describe, expect, it } from 'vitest';
import { EMPTY_VIEW, type RoomView } from '@/app/sessions/[id]/live/connection/room-view';
import { broughtBy, tableOf } from '@/app/sessions/[id]/live/closing/table';
import { dayPart, headline, hostsLine, joined, joinedUpTo } from '@/app/sessions/[id]/live/lobby/words';
import { titleOf, undoUntil, whenOf } from '@/app/sessions/[id]/recap/words';
import { recapOf } from '@/domain/recap';
import { emptySession } from '@/domain/session';
import { deal, HOST, HOST_2, OBSERVER, REP, REP_2, ROLE_OF, START, World } from '../support/session-world';

const NAMES = new Map([
  [HOST, 'Ruth Adeyemi'],
  [HOST_2, 'Tom Halloran'],
  [REP, 'Marisol Vega'],
  [REP_2, 'Devon Okafor'],
  [OBSERVER, 'Ellen Marsh'],
]);

function viewOf(me: string, present: string[], state = emptySession()): RoomView {
  const people = Object.fromEntries(
    [...NAMES].map(([id, name]) => [id, { id, name, role: ROLE_OF.get(id) ?? ('observer' as const) }]),
  );
  return { ...EMPTY_VIEW, link: 'here', you: people[me]!, people, present: new Set(present), state };
}

describe('the lobby in words', () => {
  it('counts those who take part, and not those who listen in', () => {
    const world = new World();
    world.ok(REP, 'scenario.submit', deal());
    expect(headline(viewOf(HOST, [HOST, REP, OBSERVER], world.session.state))).toBe('Two are here, one deal waits');
    expect(headline(viewOf(HOST, [HOST]))).toBe('One is here, no deals wait');
    expect(headline(viewOf(OBSERVER, [OBSERVER]))).toBe('Nobody is here yet, no deals wait');
  });
  it('says who hosts, from where one stands', () => {
    const hosts = [HOST, HOST_2];
    expect(hostsLine(viewOf(HOST, []), hosts)).toBe('You host, with Tom Halloran');
    expect(hostsLine(viewOf(HOST, []), [HOST])).toBe('You host');
    expect(hostsLine(viewOf(REP, []), hosts)).toBe('Ruth Adeyemi and Tom Halloran host');
    expect(hostsLine(viewOf(OBSERVER, []), [HOST])).toBe('You listen in, Ruth Adeyemi hosts');
  });
  it('names a few, and counts the rest of many', () => {
    expect(joinedUpTo(2, ['Ruth', 'Tom', 'Ellen'])).toBe('Ruth, Tom and Ellen');
    expect(joinedUpTo(2, ['Ruth', 'Tom', 'Ellen', 'Sam'])).toBe('Ruth, Tom and two others');
  });
  it('speaks of tonight from five in the afternoon where the lab is', () => {
    expect(dayPart('2026-12-03T16:00:00Z', 'Europe/Stockholm')).toBe('tonight');
    expect(dayPart('2026-12-03T15:59:00Z', 'Europe/Stockholm')).toBe('today');
  });
  it('joins names as a sentence does', () => {
    expect(['', 'Ruth', 'Ruth, Tom'].map((names) => joined(names ? names.split(', ') : []))).toEqual([
      '',
      'Ruth',
      'Ruth and Tom',
    ]);
  });
});

describe('round the table', () => {
  it('has those who answered first, then who writes, then for whom the room waits; no host, no observer', () => {
    const world = new World();
    world.ok(HOST, 'session.start');
    world.ok(HOST, 'session.close');
    world.ok(HOST, 'floor.ask', { body: 'Why do you care?' });
    const question = world.session.state.floor.questions[0]!;
    world.ok(REP_2, 'floor.answer', { questionId: question.id, body: 'Because.' });
    const view = viewOf(HOST, [HOST, REP, REP_2, OBSERVER], world.session.state);
    const now = world.session.state.floor.questions[0];
    expect(tableOf(view, now, new Set([REP]))).toEqual([
      { id: REP_2, does: 'answered' },
      { id: REP, does: 'writing' },
    ]);
    expect(tableOf(view, now, new Set())[1]).toEqual({ id: REP, does: 'waiting' });
  });
  it('says beside a name which deal they brought', () => {
    const world = new World();
    world.ok(REP, 'scenario.submit', deal({ account: 'Halden Dairy' }));
    expect(broughtBy(world.session.state, REP)).toBe('Halden Dairy');
    expect(broughtBy(world.session.state, REP_2)).toBeUndefined();
  });
});

describe('the recap in words', () => {
  const world = new World();
  world.ok(HOST, 'session.start');
  it('says when it was, and that it goes on', () => {
    const recap = recapOf(world.session.events);
    expect(titleOf(recap)).toBe('No deals');
    expect(whenOf(recap, '', 'Europe/Stockholm')).toBe('Thursday, 26 November 2026, 17:00, so far, Stockholm time');
  });
  it('offers to undo the end for half an hour', () => {
    world.now += 60_000;
    world.ok(HOST, 'session.end');
    const recap = recapOf(world.session.events);
    expect(whenOf(recap, '', 'Europe/Stockholm')).toBe('Thursday, 26 November 2026, 17:00 to 17:01, Stockholm time');
    expect(undoUntil(recap, START + 30 * 60_000)).toBe('2026-11-26T16:31:00.000Z');
    expect(undoUntil(recap, START + 31 * 60_000)).toBeUndefined();
  });
});

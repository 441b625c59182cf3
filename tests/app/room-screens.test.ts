import { describe, expect, it } from 'vitest';
import { TAKE_OVER_MS } from '@/domain/permissions';
import { redactState } from '@/domain/session';
import { sinceText } from '@/app/sessions/[id]/live/bar/live-for';
import { unfinished } from '@/app/sessions/[id]/live/bar/unfinished';
import { EMPTY_VIEW, type RoomView } from '@/app/sessions/[id]/live/connection/room-view';
import {
  hostIsHere,
  isLed,
  kindsNow,
  may,
  mayAnswer,
  nameOf,
  roleOf,
  speaksAsHost,
  votersOf,
} from '@/app/sessions/[id]/live/select';
import { hostIsBack } from '@/app/sessions/[id]/live/use-stand-in-told';
import { threaded } from '@/app/sessions/[id]/live/stream/threads';
import { deal, HOST, OBSERVER, REP, REP_2, REP_3, ROLE_OF, World } from '../support/session-world';

/** What a person's screen would draw from, with these people in the room. */
function viewOf(world: World, you: string, present: readonly string[] = [you]): RoomView {
  const person = (id: string) => ({ id, name: `Person ${id.slice(-2)}`, role: ROLE_OF.get(id)! });
  const people = Object.fromEntries([...ROLE_OF.keys()].map((id) => [id, person(id)]));
  const state = redactState(world.session.state, { id: you, hosts: ROLE_OF.get(you) === 'host' });
  return { ...EMPTY_VIEW, link: 'here', you: person(you), people, present: new Set(present), state };
}

/** A live session in which REP sits on the hot seat and two deals wait. */
function seated(): World {
  const world = new World();
  for (const rep of [REP, REP_2, REP_3]) world.ok(rep, 'scenario.submit', deal({}));
  world.ok(HOST, 'session.start');
  world.ok(HOST, 'turn.start', { scenarioId: world.session.state.queue[0] });
  return world;
}

describe('what a screen may show', () => {
  it('asks the one table: an observer has no control but the sealed question', () => {
    const world = seated();
    const view = viewOf(world, OBSERVER);
    expect(may(view, 'contribution.add')).toBe(false);
    expect(may(view, 'turn.phase')).toBe(false);
    expect(may(view, 'floor.ask')).toBe(true);
    world.ok(OBSERVER, 'floor.ask', { body: 'Why?' });
    expect(may(viewOf(world, OBSERVER), 'floor.ask')).toBe(false);
  });

  it('offers a rep the kinds of the phase, and a host every kind', () => {
    const world = seated();
    expect(kindsNow(viewOf(world, REP_2))).toEqual([]);
    expect(kindsNow(viewOf(world, HOST))).toHaveLength(5);
    world.ok(HOST, 'turn.phase', { phase: 'clarify' });
    expect(kindsNow(viewOf(world, REP_2))).toEqual(['question']);
    expect(mayAnswer(viewOf(world, REP))).toBe(true);
    expect(mayAnswer(viewOf(world, REP_2))).toBe(false);
    world.ok(HOST, 'turn.phase', { phase: 'coach' });
    expect(kindsNow(viewOf(world, REP_2))).toHaveLength(5);
  });

  it('counts as voters the reps who are here but the hot seat, and nobody who has voted less', () => {
    const world = seated();
    world.ok(HOST, 'turn.phase', { phase: 'clarify' });
    world.ok(HOST, 'ladder.open');
    expect(votersOf(viewOf(world, HOST, [HOST, REP, REP_2, OBSERVER]))).toBe(1);
    world.ok(REP_2, 'ladder.vote', { answers: ['yes', 'yes', 'no', 'no', 'no'] });
    world.ok(REP_3, 'ladder.vote', { answers: ['yes', 'no', 'no', 'no', 'no'] });
    expect(votersOf(viewOf(world, HOST, [HOST, REP, REP_2]))).toBe(2);
    expect(may(viewOf(world, REP), 'ladder.vote', { owner: REP })).toBe(false);
  });

  it('lets a rep take over only where no host is in the room', () => {
    const world = seated();
    expect(may(viewOf(world, REP_2, [REP_2, HOST]), 'host.take_over')).toBe(false);
    expect(may(viewOf(world, REP_2, [REP_2]), 'host.take_over')).toBe(true);
  });

  it('S15: takes whoever stands in for no host, though the room knows them as one', () => {
    const world = seated();
    world.hostAwayMs = TAKE_OVER_MS;
    world.ok(REP, 'host.take_over');
    const view = viewOf(world, REP_2, [REP_2, REP]);
    const known = { ...view, people: { ...view.people, [REP]: { ...view.people[REP]!, role: 'host' as const } } };
    expect([isLed(known), hostIsHere(known)]).toEqual([true, false]);
    expect(hostIsHere({ ...known, present: new Set([REP_2, REP, HOST]) })).toBe(true);
    // Beside their words, said before as a rep, nothing calls them a host either.
    expect([REP, REP_2, HOST, 'gone'].map((id) => speaksAsHost(known, id))).toEqual([false, false, true, false]);
    // Until one returns, and that is said.
    expect(hostIsBack(known, REP)).toBeUndefined();
    const { standIn: _, ...state } = known.state!;
    const back = { ...known, state };
    expect(hostIsBack(back, REP)).toBe('A host is back, and runs the meeting again.');
    const name = nameOf(view, HOST);
    expect(hostIsBack({ ...back, present: new Set([REP, HOST]) }, REP)).toBe(
      `${name} is back, and runs the meeting again.`,
    );
    expect(hostIsBack({ ...back, you: back.people[HOST]!, present: new Set([HOST]) }, REP)).toBe(
      'You run the meeting again.',
    );
    for (const change of [{ removed: [REP] }, { status: 'ended' as const }, { status: 'cancelled' as const }])
      expect(hostIsBack({ ...back, state: { ...state, ...change } }, REP)).toBeUndefined();
  });

  it('S16: lets another rep take over from whoever took over and is gone', () => {
    const world = seated();
    world.hostAwayMs = TAKE_OVER_MS;
    world.ok(REP, 'host.take_over');
    expect(may(viewOf(world, REP_2, [REP_2, REP]), 'host.take_over')).toBe(false);
    expect(may(viewOf(world, REP_2, [REP_2]), 'host.take_over')).toBe(true);
  });

  it('calls whoever left a former member, and takes strangers for observers', () => {
    const view = viewOf(seated(), HOST);
    expect(nameOf(view, 'gone')).toBe('a former member');
    expect(roleOf(view, 'gone')).toBe('observer');
  });
});

describe('before the end', () => {
  it('says what is unfinished: the open turn, commitments, sealed questions, waiting deals', () => {
    const world = seated();
    world.ok(OBSERVER, 'floor.ask', { body: 'Why?' });
    const said = unfinished(viewOf(world, HOST));
    expect(said[0]).toContain('on the hot seat');
    expect(said[1]).toContain('No commitment yet');
    expect(said[2]).toBe('One sealed question not released.');
    expect(said[3]).toBe('Two deals waiting. Carried over to the next session.');
  });

  it('does not ask a deal that was put off to commit', () => {
    const world = seated();
    world.ok(HOST, 'scenario.defer', { scenarioId: world.session.state.turn!.scenarioId });
    expect(unfinished(viewOf(world, HOST))).toEqual(['Three deals waiting. Carried over to the next session.']);
  });
});

describe('the stream', () => {
  it('puts replies under what they answer, pinned words first, late ones apart', () => {
    const world = seated();
    world.ok(HOST, 'turn.phase', { phase: 'coach' });
    const turnId = world.session.state.turn!.id;
    const said = (by: string, data: object) => {
      world.ok(by, 'contribution.add', { kind: 'question', body: 'Words', ...data });
      return world.session.state.turn!.contributions.at(-1)!.id;
    };
    const first = said(REP_2, {});
    const second = said(REP_3, { kind: 'advice' });
    const answer = said(REP, { kind: 'answer', replyTo: first });
    const late = said(REP_2, { late: turnId });
    world.ok(HOST, 'contribution.pin', { contributionId: second, on: true });
    const { threads, late: apart } = threaded(world.session.state.turn!.contributions);
    expect(threads.map(({ one }) => one.id)).toEqual([second, first]);
    expect(threads[1]?.replies.map(({ id }) => id)).toEqual([answer]);
    expect(apart.map(({ id }) => id)).toEqual([late]);
  });

  it('tells how long the session runs', () => {
    expect(sinceText(52 * 60_000 + 18_900)).toBe('52:18');
    expect(sinceText(3_600_000 + 2 * 60_000 + 5000)).toBe('1:02:05');
    expect(sinceText(-3000)).toBe('0:00');
  });
});

import { describe, expect, it } from 'vitest';
import { redactState } from '@/domain/session';
import { EMPTY_VIEW, type RoomView } from '@/app/sessions/[id]/live/connection/room-view';
import { elsewhereOf, lateFor, type Said, refusedOf, waitingOf } from '@/app/sessions/[id]/live/stream/own-words';
import { deal, HOST, REP, REP_2, ROLE_OF, World } from '../support/session-world';

/** What the screen of the second rep would draw from, with these words of theirs. */
function viewOf(world: World, words: readonly Said[]): RoomView {
  const you = { id: REP_2, name: 'Devon Okafor', role: ROLE_OF.get(REP_2)! };
  return {
    ...EMPTY_VIEW,
    link: 'here',
    you,
    people: { [REP_2]: you },
    present: new Set([REP_2]),
    state: redactState(world.session.state, { id: REP_2, hosts: false }),
    words,
  };
}

function coached(): { world: World; turnId: string } {
  const world = new World();
  world.ok(REP, 'scenario.submit', deal({}));
  world.ok(HOST, 'session.start');
  const turnId = world.seats(world.session.state.queue[0]!, 'coach');
  return { world, turnId };
}

/** Words as the outbox holds them, after the session's own answer where they were sent. */
function word(world: World, data: object, sent: boolean): Said {
  const whole = { kind: 'advice', body: 'Ask who signs.', ...data } as const;
  const base = { id: world.newId(), type: 'contribution.add', data: whole, writtenAt: 1 } as const;
  if (!sent) return { ...base, stands: 'waiting' };
  return { ...base, stands: 'refused', error: world.refused(REP_2, 'contribution.add', whole) };
}

describe('one’s own words that are not in the room', () => {
  it('C4: those for the open turn wait in its stream, those for an ended one elsewhere', () => {
    const { world, turnId } = coached();
    const waits = word(world, { turnId }, false);
    expect([waitingOf, elsewhereOf].map((of) => of(viewOf(world, [waits])))).toEqual([[waits], []]);
    world.ok(HOST, 'turn.end');
    expect([waitingOf, elsewhereOf].map((of) => of(viewOf(world, [waits])))).toEqual([[], [waits]]);
    world.ok(HOST, 'session.close');
    expect([waitingOf, elsewhereOf].map((of) => of(viewOf(world, [waits])))).toEqual([[], [waits]]);
  });

  it('C5, C13: what comes too late can be sent late, between turns and in the closing round', () => {
    const { world, turnId } = coached();
    world.ok(HOST, 'turn.end');
    const between = word(world, { turnId }, true);
    expect(lateFor(viewOf(world, [between]), between)).toBe(turnId);
    world.ok(HOST, 'session.close');
    const closing = word(world, { turnId }, true);
    if (closing.stands !== 'refused') throw new Error('It was not refused.');
    expect(closing.error).toMatchObject({ code: 'wrong_status', message: expect.stringContaining('late') as string });
    for (const one of [between, closing]) expect(lateFor(viewOf(world, [one]), one)).toBe(turnId);
    world.ok(REP_2, 'contribution.add', { kind: 'advice', body: 'Ask who signs.', late: turnId });
    expect(world.session.state.turns[0]?.late).toBe(1);
  });

  it('S5, C13: after the end nothing can be sent late', () => {
    const { world, turnId } = coached();
    world.ok(HOST, 'session.end');
    const refused = word(world, { turnId }, true);
    const view = viewOf(world, [refused]);
    expect(lateFor(view, refused)).toBeUndefined();
    expect(refusedOf(view)).toEqual([refused]);
  });

  it('C5: what has not had its phase yet is not offered late, what had it is', () => {
    const world = new World();
    const turnId = world.seats(world.brings(REP));
    const early = word(world, { turnId }, true);
    expect(lateFor(viewOf(world, [early]), early)).toBeUndefined();
    world.ok(HOST, 'turn.phase', { phase: 'clarify' });
    expect(lateFor(viewOf(world, [early]), early)).toBeUndefined();
    world.ok(HOST, 'turn.phase', { phase: 'commit' });
    expect(lateFor(viewOf(world, [early]), early)).toBe(turnId);
  });

  it('offers nothing late for a turn that the session never had, nor twice', () => {
    const { world, turnId } = coached();
    const stray = word(world, { turnId: world.newId() }, true);
    world.ok(HOST, 'turn.end');
    const late = { ...word(world, { turnId }, true), data: { kind: 'advice', body: 'x', late: turnId } } as Said;
    for (const one of [stray, late]) expect(lateFor(viewOf(world, [one]), one)).toBeUndefined();
  });
});

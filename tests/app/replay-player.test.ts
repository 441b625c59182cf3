import { describe, expect, it } from 'vitest';
import { presence } from '@/app/sessions/[id]/replay/past-room';
import { Player } from '@/app/sessions/[id]/replay/player';
import { redact, redactState, emptySession, fold } from '@/domain/session';
import { deal, HOST, REP, REP_2, World } from '../support/session-world';

const world = new World();
const [submitted] = world.ok(REP, 'scenario.submit', deal());
world.ok(HOST, 'session.start');
world.now += 60_000;
world.ok(HOST, 'turn.start', { scenarioId: (submitted?.data as { id: string }).id });
world.now += 60_000;
world.ok(HOST, 'turn.phase', { phase: 'coach' });
world.now += 10_000;
world.ok(REP_2, 'contribution.add', { kind: 'advice', body: 'Ring her first.' });
world.now += 600_000;
world.ok(HOST, 'session.end');
const { events, state } = world.session;
const from = Date.parse(state.startedAt!);
const to = Date.parse(state.endedAt!);
const viewer = { id: REP_2, name: 'Devon Okafor', role: 'rep' as const };
const told = events.map((event) => redact(event, { id: REP_2, hosts: false }, state));

function opened(at = from) {
  const frames: ((now: number) => void)[] = [];
  const player = new Player({
    facts: { head: events.length, from, to, people: [], stays: [], turns: {}, asHost: false },
    viewer,
    at,
    nextFrame: (run) => {
      frames.push(run);
      return () => void frames.splice(frames.indexOf(run), 1);
    },
  });
  /** Draws one frame at an instant of the device's own clock. */
  const frame = (now: number) => frames.shift()?.(now);
  return { player, frame, waiting: () => frames.length };
}

function loaded(at = from) {
  const all = opened(at);
  all.player.add(told);
  return all;
}

describe('the player of a replay', () => {
  it('is paused at the moment it opens at, and ready once the log has come so far', () => {
    const { player, waiting } = opened(to);
    player.add(told.slice(0, 3));
    expect(player.ready).toBe(false);
    player.add(told.slice(3));
    expect(player).toMatchObject({ ready: true, complete: true, playing: false, at: to, seq: events.length });
    expect(waiting()).toBe(0);
  });

  it('shows at every moment the state at its seq, as its viewer may read it', () => {
    const { player } = loaded();
    let then = emptySession();
    for (const event of events) {
      then = fold(then, event);
      if (Date.parse(event.at) < from || events[event.seq]?.at === event.at) continue;
      player.seek(Date.parse(event.at));
      expect(player.view.state).toEqual(redactState(then, { id: REP_2, hosts: false }));
    }
  });

  it('gives the same view until another event or another person comes', () => {
    const { player } = loaded();
    const before = player.view;
    player.step(1000);
    expect(player.view).toBe(before);
    player.seek(to);
    expect(player.view).not.toBe(before);
  });

  it('jumps from moment to moment, both ways, and stays within the session', () => {
    const { player } = loaded();
    expect(player.jump(1)?.kind).toBe('seat');
    expect(player.jump(1)?.kind).toBe('phase');
    expect(player.jump(1)?.kind).toBe('end');
    expect(player.jump(1)).toBeUndefined();
    expect(player.jump(-1)?.kind).toBe('phase');
    player.step(-10 * 3_600_000);
    expect(player.at).toBe(from);
  });

  it('plays at its speed, stops at the end, and begins anew from there', () => {
    const { player, frame } = loaded();
    player.setSpeed('16');
    player.play();
    frame(1000);
    frame(1100);
    expect(player.at).toBe(from + 1600);
    // A page that was in the background for an hour goes on from where it was.
    frame(3_601_100);
    expect(player.at).toBe(from + 1600 + 250 * 16);
    player.seek(to - 10);
    frame(3_601_200);
    expect(player).toMatchObject({ at: to, playing: false });
    player.play();
    expect(player.at).toBe(from);
  });

  it('skips silence: to a second before what comes next', () => {
    const { player, frame } = loaded();
    player.setSkips(true);
    player.play();
    frame(0);
    expect(player.at).toBe(from + 59_000);
    frame(16);
    expect(player.at).toBe(from + 59_016);
  });

  it('waits while the log has not come so far', () => {
    const { player, frame } = opened();
    player.add(told.slice(0, 2));
    player.play();
    frame(0);
    frame(100);
    expect(player.at).toBe(from);
    player.add(told.slice(2));
    frame(200);
    expect(player.at).toBe(from + 100);
  });

  it('lets nobody do anything: it is over', async () => {
    const { player } = loaded();
    expect(await player.link.send('turn.end', {})).toMatchObject({ ok: false });
    expect(player.view.past).toBe(true);
  });
});

describe('who was in the room', () => {
  it('is who had come by then and not gone, the same set until somebody comes or goes', () => {
    const at = presence([
      { userId: 'a', from: 10, until: 50 },
      { userId: 'b', from: 20, until: 30 },
    ]);
    expect([...at(5)]).toEqual([]);
    expect([...at(10)]).toEqual(['a']);
    expect([...at(25)]).toEqual(['a', 'b']);
    expect(at(25)).toBe(at(29));
    expect([...at(30)]).toEqual(['a']);
    expect([...at(50)]).toEqual([]);
  });
});

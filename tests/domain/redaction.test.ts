import { beforeEach, describe, expect, test } from 'vitest';
import { readersApart, readsAsHost, redact, redactState, type SessionEvent, type Viewer } from '@/domain/session';
import {
  GUEST,
  HOST,
  OBSERVER,
  OLD_COMMITMENT,
  OLD_COMMITMENT_2,
  REP,
  REP_2,
  REP_3,
  ROLE_OF,
  uid,
  World,
} from '../support/session-world';

let world: World;
let scenarioId: string;
beforeEach(() => {
  world = new World();
  scenarioId = world.brings(REP, {
    ladder: ['yes', 'yes', 'yes', 'no', 'no'].map((answer) => ({ answer, evidence: 'SECRET evidence' })),
    pipeline: { otherLiveDeals: 0, lifeOrDeath: 5, note: 'SECRET pipeline', hostsOnly: true },
  });
});

function viewer(id: string): Viewer {
  return { id, hosts: readsAsHost(world.session.state, { id, role: ROLE_OF.get(id) ?? 'observer' }) };
}

/** All that one person gets: every event, and the state. */
function gets(id: string): string {
  const { events, state } = world.session;
  return JSON.stringify([events.map((event) => redact(event, viewer(id), state)), redactState(state, viewer(id))]);
}

function last(id: string): SessionEvent {
  return redact(world.session.events.at(-1)!, viewer(id), world.session.state);
}

test('R9: the own read and its evidence are for that rep and the hosts until the reveal', () => {
  world.seats(scenarioId, 'coach');
  for (const id of [HOST, REP]) expect(gets(id)).toContain('SECRET evidence');
  for (const id of [REP_2, OBSERVER, GUEST]) {
    expect(gets(id)).not.toContain('SECRET');
    expect(redactState(world.session.state, viewer(id)).scenarios[scenarioId]).not.toHaveProperty('ladder');
  }
  world.ok(HOST, 'ladder.open');
  world.ok(REP_2, 'ladder.vote', { answers: ['yes', 'yes', 'no', 'no', 'no'] });
  expect(gets(REP_3)).not.toContain('SECRET');
  world.ok(HOST, 'ladder.reveal');
  for (const id of [REP_2, OBSERVER, GUEST]) expect(gets(id)).toContain('SECRET evidence');
});

test('R10: a hosts-only check is for its rep and the hosts, however it changes', () => {
  for (const id of [HOST, REP]) expect(gets(id)).toContain('SECRET pipeline');
  expect(gets(REP_2)).not.toContain('SECRET pipeline');
  const pipeline = { otherLiveDeals: 3, lifeOrDeath: 2, note: 'OPEN pipeline' };
  const edit = (hostsOnly: boolean, note: string) =>
    world.ok(REP, 'scenario.edit', { scenarioId, changes: { pipeline: { ...pipeline, note, hostsOnly } }, base: 1000 });
  edit(false, 'OPEN pipeline');
  expect(gets(REP_2)).toContain('OPEN pipeline');
  expect(gets(HOST)).not.toContain('SECRET pipeline');
  edit(true, 'OPEN pipeline');
  expect(gets(REP_2)).not.toContain('pipeline"}');
  expect(gets(REP_2)).not.toContain('OPEN');
  expect(redactState(world.session.state, viewer(GUEST)).scenarios[scenarioId]).not.toHaveProperty('pipeline');
});

test('Z4: what a scenario said, changed, and said again as it was is told in its first event too', () => {
  const story = (said: string) => world.ok(REP, 'scenario.edit', { scenarioId, changes: { story: said }, base: 1000 });
  story('A first story');
  const { seq } = world.session.events.at(-1)!;
  const first = () => JSON.stringify(redact(world.session.events[seq - 1]!, viewer(REP_2), world.session.state));
  expect(first()).toContain('A first story');
  story('Another');
  expect(first()).not.toContain('A first story');
  story('A first story');
  expect(first()).toContain('A first story');
});

test('R5: a vote reaches everyone but its voter as a number, the hosts too', () => {
  world.seats(scenarioId, 'coach');
  world.ok(HOST, 'ladder.open');
  world.ok(REP_2, 'ladder.vote', { answers: ['yes', 'unsure', 'no', 'no', 'no'] });
  const { seq, at } = world.session.events.at(-1)!;
  const turnId = world.session.state.turn!.id;
  for (const id of [HOST, REP, REP_3, OBSERVER]) {
    expect(last(id)).toEqual({ seq, at, by: null, type: 'ladder.voted', data: { turnId, votes: 1 } });
  }
  expect(last(REP_2)).toMatchObject({ by: REP_2, data: { answers: ['yes', 'unsure', 'no', 'no', 'no'] } });
  world.ok(HOST, 'ladder.reveal');
  expect(redactState(world.session.state, viewer(HOST)).turn?.ballots).toEqual({});
  expect(redactState(world.session.state, viewer(REP_2)).turn?.ballots).toHaveProperty(REP_2);
});

test("R11, R14: a sealed question is its author's and the hosts' until it is released", () => {
  world.ok(GUEST, 'floor.ask', { body: 'SEALED question' });
  const { seq, at } = world.session.events.at(-1)!;
  for (const id of [GUEST, HOST]) expect(gets(id)).toContain('SEALED');
  for (const id of [REP, OBSERVER]) {
    expect(gets(id)).not.toContain('SEALED');
    expect(last(id)).toEqual({ seq, at, by: null, type: 'withheld', data: {} });
  }
  world.ok(HOST, 'session.start');
  world.ok(HOST, 'floor.release', { questionId: world.session.state.floor.questions[0]!.id });
  expect(gets(REP)).toContain('SEALED');
  expect(redactState(world.session.state, viewer(REP)).floor.questions[0]?.by).toBe(GUEST);
});

describe('R12: words that no longer stand', () => {
  test('edited away: nobody, not even their author or a host', () => {
    world.seats(scenarioId, 'coach');
    const contributionId = world.says(REP_2, { body: 'SECRET words' });
    world.ok(REP_2, 'contribution.edit', { contributionId, body: 'OTHER words' });
    for (const id of [HOST, REP, REP_2]) {
      expect(gets(id)).not.toContain('SECRET words');
      expect(gets(id)).toContain('OTHER words');
    }
  });

  test('withdrawn: nobody', () => {
    world.seats(scenarioId, 'coach');
    const contributionId = world.says(REP_2, { body: 'SECRET words' });
    world.ok(HOST, 'turn.end');
    world.ok(REP_2, 'contribution.withdraw', { contributionId });
    for (const id of [HOST, REP, REP_2]) expect(gets(id)).not.toContain('SECRET words');
  });

  test('hidden: their author and the hosts, also in a turn that goes on', () => {
    world.seats(scenarioId, 'coach');
    const contributionId = world.says(REP_2, { body: 'SECRET words' });
    world.ok(HOST, 'contribution.hide', { contributionId });
    world.ok(HOST, 'turn.end');
    world.ok(HOST, 'turn.start', { scenarioId });
    for (const id of [HOST, REP_2]) expect(gets(id)).toContain('SECRET words');
    for (const id of [REP, REP_3, OBSERVER]) expect(gets(id)).not.toContain('SECRET words');
  });

  test('a deal that was withdrawn, a field that was changed', () => {
    const other = world.brings(REP_2, { title: 'SECRET title' });
    world.ok(REP_2, 'scenario.edit', { scenarioId: other, changes: { title: 'OTHER title' }, base: 1000 });
    expect(gets(HOST)).not.toContain('SECRET title');
    expect(gets(HOST)).toContain('OTHER title');
    world.ok(REP_2, 'scenario.withdraw', { scenarioId: other });
    for (const id of [HOST, REP_2, REP]) expect(gets(id)).not.toContain('OTHER title');
  });

  test('answers, takeaways, commitments and check-ins that were sent again', () => {
    world.seats(scenarioId, 'commit');
    const questionId = world.makes(HOST, 'floor.ask', { body: 'Why?' });
    for (const word of ['FIRST', 'SECOND']) {
      world.ok(REP, 'floor.answer', { questionId, body: `${word} answer` });
      world.ok(REP, 'takeaway.leave', { body: `${word} takeaway` });
      world.ok(REP, 'commitment.make', { decision: 'change', nextStep: `${word} step`, dueOn: '2026-12-01' });
      const { id } = world.session.state.turn!.commitment!;
      world.ok(REP, 'checkin.record', { commitmentId: id, outcome: 'advanced', note: `${word} note` });
    }
    for (const id of [HOST, REP, REP_2]) {
      expect(gets(id)).not.toContain('FIRST');
      for (const what of ['answer', 'takeaway', 'step', 'note']) expect(gets(id)).toContain(`SECOND ${what}`);
    }
  });

  test('a check-in recorded again; what another said, or of another outcome, or after another, stays', () => {
    world.seats(scenarioId, 'commit');
    const due = { decision: 'change', nextStep: 'Call Inga.', dueOn: '2026-12-01' };
    const commitmentId = world.makes(REP, 'commitment.make', due);
    const says = (by: string, outcome: string, note: string) =>
      world.ok(by, 'checkin.record', { commitmentId, outcome, note });
    says(REP, 'won', 'FIRST rep');
    says(REP, 'won', 'ANEW rep');
    says(HOST, 'won', 'SECOND host');
    says(REP, 'lost', 'THIRD rep');
    says(REP, 'won', 'FOURTH rep');
    for (const id of [HOST, REP, REP_2]) {
      expect(gets(id)).not.toContain('FIRST');
      for (const said of ['ANEW rep', 'SECOND host', 'THIRD rep', 'FOURTH rep']) expect(gets(id)).toContain(said);
    }
  });

  test('what was read out as the session was opened again, said anew beside it, and read out once more', () => {
    world.ok(HOST, 'session.start');
    const readOut = (...notes: string[]) => {
      world.ok(HOST, 'session.end');
      const at = new Date(world.now).toISOString();
      world.reported = [OLD_COMMITMENT, OLD_COMMITMENT_2].flatMap((commitmentId, index) =>
        notes[index]
          ? [{ commitmentId, checkIn: { id: uid(631 + index), by: REP, outcome: 'won', note: notes[index], at } }]
          : [],
      );
      world.ok(HOST, 'session.reopen');
    };
    readOut('FIRST', 'SECOND');
    expect(gets(REP_2)).toContain('FIRST');
    readOut('ANEW');
    for (const id of [HOST, REP, REP_2]) {
      expect(gets(id)).not.toContain('FIRST');
      for (const said of ['SECOND', 'ANEW']) expect(gets(id)).toContain(said);
    }
  });
});

test('R13: the back channel is for hosts, and for who was handed the session, not for who took over', () => {
  world.ok(HOST, 'session.start');
  world.ok(HOST, 'host.note', { body: 'BACK channel' });
  world.hostAwayMs = 200_000;
  world.ok(REP_2, 'host.take_over');
  world.ok(HOST, 'host.hand_over', { userId: REP_3 });
  for (const id of [HOST, REP_3]) expect(gets(id)).toContain('BACK channel');
  for (const id of [REP, REP_2, OBSERVER, GUEST]) expect(gets(id)).not.toContain('BACK channel');
});

test('R3: only those who may read more are named apart', () => {
  world.seats(scenarioId, 'coach');
  const contributionId = world.says(REP_2);
  const { events, state } = world.session;
  const apart = (type: string) =>
    readersApart(
      events.find((event) => event.type === type)!,
      state,
    );
  expect(apart('scenario.submitted')).toEqual([REP]);
  expect(apart('contribution.added')).toEqual([REP_2]);
  expect(apart('turn.started')).toEqual([]);
  world.ok(HOST, 'contribution.hide', { contributionId });
  expect(readersApart(world.session.events.at(-1)!, world.session.state)).toEqual([REP_2]);
});

import { describe, expect, test } from 'vitest';
import { COMMAND_TYPES, type CommandType } from '@/domain/permissions';
import type { Id } from '@/domain/session';
import { SESSION_STATUSES, type SessionStatus } from '@/domain/vocabulary';
import {
  deal,
  GUEST,
  HOST,
  HOST_2,
  OBSERVER,
  OLD_COMMITMENT,
  OLD_COMMITMENT_2,
  REP,
  REP_2,
  REP_3,
  REP_4,
  uid,
  World,
} from '../support/session-world';

/**
 * DESIGN's "Who may send what", written down once more: what the host, the rep and the observer may. `own` and `other`
 * are about whose deal, words, turn or commitment it is; `away` is "when no host is there".
 */
const TABLE: Record<CommandType, [host: string, rep: string, observer: string]> = {
  'session.start': ['yes', '', ''],
  'session.close': ['yes', '', ''],
  'session.end': ['yes', '', ''],
  'session.reopen': ['yes', '', ''],
  'session.cancel': ['yes', '', ''],
  'host.hand_over': ['yes', '', ''],
  'host.take_over': ['', 'away', ''],
  'host.note': ['yes', '', ''],
  'scenario.submit': ['yes', 'own', ''],
  'scenario.edit': ['yes', 'own', ''],
  'scenario.withdraw': ['yes', 'own', ''],
  'scenario.second': ['yes', 'other', ''],
  'queue.move': ['yes', '', ''],
  'scenario.defer': ['yes', '', ''],
  'turn.start': ['yes', '', ''],
  'turn.phase': ['yes', '', ''],
  'turn.pause': ['yes', '', ''],
  'turn.resume': ['yes', '', ''],
  'turn.extend': ['yes', '', ''],
  'turn.end': ['yes', '', ''],
  'contribution.add': ['yes', 'yes', ''],
  'contribution.edit': ['own', 'own', ''],
  'contribution.withdraw': ['own', 'own', ''],
  'contribution.hide': ['yes', '', ''],
  'contribution.pin': ['yes', '', ''],
  'contribution.helpful': ['own', 'own', ''],
  'ladder.open': ['yes', '', ''],
  'ladder.reveal': ['yes', '', ''],
  'ladder.vote': ['', 'other', ''],
  'commitment.make': ['own', 'own', ''],
  'checkin.record': ['yes', 'own', ''],
  'floor.open': ['yes', '', ''],
  'floor.close': ['yes', '', ''],
  'floor.release': ['yes', '', ''],
  'floor.ask': ['yes', 'yes', 'yes'],
  'floor.answer': ['yes', 'yes', ''],
  'takeaway.leave': ['yes', 'yes', ''],
  'participant.remove': ['yes', '', ''],
};

/** DESIGN's "Statuses", written down once more. */
function letsThrough(status: SessionStatus, type: CommandType, observer: boolean, late: boolean): boolean {
  const of = (...prefixes: string[]) => prefixes.some((prefix) => type.startsWith(prefix));
  if (status !== 'cancelled' && of('host.', 'participant.remove')) return true;
  switch (status) {
    case 'scheduled':
      return (
        of('scenario.', 'queue.') ||
        type === 'session.start' ||
        type === 'session.cancel' ||
        (type === 'floor.ask' && observer)
      );
    case 'live':
      return !['session.start', 'session.cancel', 'session.reopen'].includes(type);
    case 'closing':
      if (of('turn.', 'ladder.')) return false;
      if (type === 'contribution.add') return late;
      return type !== 'session.start' && type !== 'session.cancel';
    case 'ended':
      return type === 'session.reopen';
    case 'cancelled':
      return false;
  }
}

/** What belongs to whom in a world: deals that wait, words that were said, turns that ended, commitments. */
interface Belongings {
  waiting: Record<Id, Id>;
  seated: Record<Id, { scenarioId: Id; turnId: Id; words: Id }>;
  said: Record<Id, Id>;
  sealed: Id;
  asked: Id;
}

/** A session in that status in which everybody has something of their own. */
function worldIn(status: SessionStatus): { world: World; has: Belongings } {
  const world = new World();
  world.settings = { ...world.settings, strict: false };
  const has: Belongings = { waiting: {}, seated: {}, said: {}, sealed: uid(1), asked: uid(1) };
  const submitted = (by: Id) => (world.ok(by, 'scenario.submit', deal())[0]?.data as { id: Id }).id;
  for (const id of [HOST, REP, REP_2, REP_4]) has.waiting[id] = submitted(id);
  world.ok(HOST, 'host.hand_over', { userId: REP_4 });
  has.sealed = (world.ok(GUEST, 'floor.ask', { body: 'Why?' })[0]?.data as { id: Id }).id;
  if (status === 'scheduled') return { world, has };
  if (status === 'cancelled') {
    world.ok(HOST, 'session.cancel');
    return { world, has };
  }
  world.ok(HOST, 'session.start');
  world.ok(HOST, 'floor.open');
  has.asked = (world.ok(HOST, 'floor.ask', { body: 'Why do you care?' })[0]?.data as { id: Id }).id;
  const add = (by: Id) =>
    (world.ok(by, 'contribution.add', { kind: 'advice', body: 'Ask.' })[0]?.data as { id: Id }).id;
  for (const id of [HOST, REP, REP_4]) {
    const scenarioId = submitted(id);
    const turnId = (world.ok(HOST, 'turn.start', { scenarioId })[0]?.data as { id: Id }).id;
    has.seated[id] = { scenarioId, turnId, words: add(REP_2) };
    world.ok(HOST, 'turn.end');
  }
  const scenarioId = submitted(REP_2);
  const turnId = (world.ok(HOST, 'turn.start', { scenarioId })[0]?.data as { id: Id }).id;
  has.seated[REP_2] = { scenarioId, turnId, words: add(REP_3) };
  world.ok(HOST, 'turn.phase', { phase: 'coach' });
  for (const id of [HOST, REP, REP_2, REP_4]) has.said[id] = add(id);
  world.ok(HOST, 'ladder.open');
  world.ok(REP_3, 'ladder.vote', { answers: ['yes', 'yes', 'no', 'unsure', 'yes'] });
  if (status === 'closing') world.ok(HOST, 'session.close');
  if (status === 'ended') world.ok(HOST, 'session.end');
  return { world, has };
}

const NOBODY = uid(777);

/** A command's data about something of `owner`'s. */
function dataAbout(type: CommandType, owner: Id, has: Belongings, late: boolean): object {
  const [waiting, seat, said] = [has.waiting[owner] ?? NOBODY, has.seated[owner], has.said[owner] ?? NOBODY];
  const current = has.seated[REP_2];
  switch (type) {
    case 'scenario.submit':
      return deal({ for: owner });
    case 'scenario.edit':
      return { scenarioId: waiting, changes: { title: 'Another title' }, base: 1000 };
    case 'scenario.withdraw':
    case 'scenario.second':
    case 'scenario.defer':
      return { scenarioId: waiting };
    case 'queue.move':
      return { scenarioId: waiting, to: 1 };
    case 'turn.start':
      return { scenarioId: current?.scenarioId ?? waiting };
    case 'turn.phase':
      return { phase: 'clarify' };
    case 'turn.extend':
      return { seconds: 60 };
    case 'contribution.add':
      return { kind: 'story', body: 'Once upon a time', ...(late ? { late: current?.turnId ?? NOBODY } : {}) };
    case 'contribution.edit':
      return { contributionId: said, body: 'Ask again.' };
    case 'contribution.withdraw':
    case 'contribution.hide':
    case 'contribution.pin':
      return { contributionId: said };
    case 'contribution.helpful':
      return { contributionId: seat?.words ?? NOBODY };
    case 'ladder.vote':
      return { answers: ['yes', 'yes', 'yes', 'no', 'no'] };
    case 'commitment.make':
      return { decision: 'move_on', scenarioId: seat?.scenarioId ?? waiting };
    case 'checkin.record':
      return { commitmentId: owner === REP ? OLD_COMMITMENT : OLD_COMMITMENT_2, outcome: 'won' };
    case 'floor.release':
      return { questionId: has.sealed };
    case 'floor.answer':
      return { questionId: has.asked, body: 'Because.' };
    case 'floor.ask':
    case 'takeaway.leave':
    case 'host.note':
      return { body: 'One line' };
    case 'host.hand_over':
      return { userId: REP_3 };
    case 'participant.remove':
      return { userId: REP_3 };
    default:
      return {};
  }
}

/** Who acts, in which column of the table they stand, and somebody else with the same kind of belongings. */
const ACTORS = [
  { name: 'a host', id: HOST, column: 0, other: REP },
  { name: 'a rep who was handed the session', id: REP_4, column: 0, other: REP },
  { name: 'a rep', id: REP, column: 1, other: REP_2 },
  { name: 'an observer', id: OBSERVER, column: 2, other: REP },
] as const;

function expected(
  type: CommandType,
  status: SessionStatus,
  actor: (typeof ACTORS)[number],
  own: boolean,
  late: boolean,
): string {
  const cell = TABLE[type][actor.column];
  if (cell === '') return actor.column === 2 ? 'read_only' : 'forbidden';
  if ((cell === 'own' && !own) || (cell === 'other' && own)) return 'forbidden';
  return letsThrough(status, type, actor.column === 2, late) ? 'ok' : 'wrong_status';
}

/** Before the start nobody has sat on the hot seat or said anything: what such a command is about isn't there. */
const ABOUT_WORDS = /^(contribution\.(edit|withdraw|hide|pin|helpful)|checkin\.record|floor\.answer)$/;

function beforeTheStart(type: CommandType, code: string, actor: (typeof ACTORS)[number], late: boolean): string {
  if (TABLE[type][actor.column] === '') return code;
  if (ABOUT_WORDS.test(type) || late) return 'not_found';
  // A turn that nobody had is nobody's own.
  return type === 'ladder.vote' ? 'wrong_status' : code;
}

describe.each(SESSION_STATUSES)('P1, P2, P3, P4, S1, S2, S3, S4, S5, S6, S7, S8: the table while %s', (status) => {
  test.each(ACTORS)('$name', (actor) => {
    const codes: Record<string, string> = {};
    const wanted: Record<string, string> = {};
    for (const type of COMMAND_TYPES) {
      for (const own of [true, false]) {
        for (const late of type === 'contribution.add' ? [false, true] : [false]) {
          const about = `${type}${late ? ' (late)' : ''}, ${own ? 'their own' : "another's"}`;
          const { world, has } = worldIn(status);
          world.hostAwayMs = 200_000;
          // Whose deal the vote is about is whose turn is open.
          if (type === 'ladder.vote' && own && status === 'live')
            seat(world, has.waiting[actor.id] ?? has.waiting[REP]!);
          const code = expected(type, status, actor, own, late);
          const met = status !== 'scheduled' && status !== 'cancelled';
          wanted[about] = met ? code : beforeTheStart(type, code, actor, late);
          if (type === 'ladder.vote' && own && actor.id === REP && status !== 'live') wanted[about] = 'wrong_status';

          const before = JSON.stringify([world.session, world.next]);
          const decided = world.send(actor.id, type, dataAbout(type, own ? actor.id : actor.other, has, late));
          codes[about] = decided.ok ? 'ok' : decided.error.code;
          if (!decided.ok) expect(JSON.stringify([world.session, world.next]), about).toBe(before);
        }
      }
    }
    expect(codes).toEqual(wanted);
  });
});

function seat(world: World, scenarioId: Id): void {
  world.ok(HOST_2, 'turn.end');
  world.ok(HOST_2, 'turn.start', { scenarioId });
  world.ok(HOST_2, 'turn.phase', { phase: 'coach' });
  world.ok(HOST_2, 'ladder.open');
}

test('P1: the table has every command of the design, and no other', () => {
  expect([...COMMAND_TYPES].sort()).toEqual(Object.keys(TABLE).sort());
});

test('P2: who took over may what a host may, until a host returns', () => {
  const { world } = worldIn('live');
  world.hostAwayMs = 200_000;
  world.ok(REP_3, 'host.take_over');
  for (const type of ['turn.pause', 'turn.resume', 'turn.end', 'session.close'] as const) world.ok(REP_3, type);
  world.hostReturns();
  expect(world.refused(REP_3, 'session.end').code).toBe('forbidden');
});

test('P2, L3: who took over votes as a rep does, but not on their own deal', () => {
  const { world } = worldIn('live');
  world.hostAwayMs = 200_000;
  const seat = world.session.state.turn!.repId;
  const rep = [REP, REP_2, REP_3].find((id) => id !== seat)!;
  world.ok(rep, 'host.take_over');
  const answers = ['yes', 'yes', 'no', 'no', 'no'];
  expect(world.ok(rep, 'ladder.vote', { answers })).toHaveLength(1);
  expect(world.refused(HOST, 'ladder.vote', { answers }).code).toBe('forbidden');
  world.ok(seat, 'host.take_over');
  expect(world.refused(seat, 'ladder.vote', { answers }).code).toBe('forbidden');
});

test('P2: who took over has no part in the hosts’ own business, and so can make nobody a host', () => {
  const { world } = worldIn('live');
  world.ok(OBSERVER, 'floor.ask', { body: 'Sealed until a host says so.' });
  const questionId = world.session.state.floor.questions.at(-1)?.id;
  world.hostAwayMs = 200_000;
  world.ok(REP_3, 'host.take_over');
  for (const userId of [REP_3, REP_2]) {
    expect(world.refused(REP_3, 'host.hand_over', { userId }).code).toBe('forbidden');
  }
  expect(world.refused(REP_3, 'host.note', { body: 'Hello' }).code).toBe('forbidden');
  expect(world.refused(REP_3, 'floor.release', { questionId }).code).toBe('forbidden');
  expect(world.session.state.handed).not.toContain(REP_3);
});

test('P3: a guest listens in as an observer does', () => {
  const { world } = worldIn('live');
  expect(world.refused(GUEST, 'takeaway.leave', { body: 'Hello' }).code).toBe('read_only');
  expect(world.refused(GUEST, 'floor.answer', { questionId: uid(5), body: 'Hello' }).code).toBe('read_only');
});

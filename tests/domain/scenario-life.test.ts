import { describe, expect, it } from 'vitest';
import {
  climbIn,
  isCorrected,
  isLastEnd,
  isToldOf,
  ladderThroughTime,
  lifeEntries,
  threadsOf,
  type LifeCheckIn,
  type LifeTurn,
  type LifeWords,
  type ScenarioLife,
} from '@/domain/scenario-life';
import type { Answer } from '@/domain/vocabulary';
import { uid } from '../support/session-world';

const yes = { yes: 3, unsure: 0, no: 0 };
const unsure = { yes: 1, unsure: 2, no: 0 };
const no = { yes: 0, unsure: 1, no: 2 };

const turn = (changes: Partial<LifeTurn> = {}): LifeTurn => ({
  putOff: false,
  id: uid(1),
  sessionId: uid(2),
  sessionNumber: 14,
  place: 1,
  startedAt: '2026-11-26T17:00:00.000Z',
  endedAt: '2026-11-26T17:20:00.000Z',
  reveal: {
    read: ['yes', 'yes', 'yes', 'unsure', 'no'],
    evidence: [null, null, null, null, null],
    totals: [yes, yes, unsure, no, no],
    lowestOpenRung: 3,
    at: '2026-11-26T17:10:00.000Z',
  },
  said: 0,
  helpful: 0,
  late: 0,
  kept: 0,
  ...changes,
});

const checkIn = (at: string, answers: string | null): LifeCheckIn => ({
  id: uid(9),
  commitmentId: uid(5),
  by: uid(3),
  outcome: 'advanced',
  ladder: answers === null ? null : [...answers].map((letter) => ({ answer: WORD[letter] ?? 'no' })),
  note: null,
  lookingBack: null,
  at,
  toldAt: null,
  sinceLastSession: true,
});
const AGAIN = '2026-12-09T09:00:00.000Z';
const WORD: Record<string, Answer> = { y: 'yes', u: 'unsure', n: 'no' };

const words = (id: number, changes: Partial<LifeWords> = {}): LifeWords => ({
  id: uid(id),
  by: uid(3),
  kind: 'advice',
  body: `Words ${id}`,
  at: '2026-11-26T17:05:00.000Z',
  replyTo: null,
  helpful: false,
  pinned: false,
  late: false,
  used: false,
  ...changes,
});

describe('ladders through time', () => {
  it('shows the own read and the room’s at a reveal, then one for each check-in that brought one', () => {
    const life = { turns: [turn()], checkIns: [checkIn('2026-12-01T09:00:00.000Z', null), checkIn(LATER, 'yyyuy')] };
    const { ladders, opened, stands } = ladderThroughTime(life);
    expect(ladders.map(({ whose, read }) => [whose, read.join()])).toEqual([
      ['rep', 'yes,yes,yes,unsure,no'],
      ['room', 'yes,yes,unsure,no,no'],
      ['rep', 'yes,yes,yes,unsure,yes'],
    ]);
    expect([opened, stands]).toEqual([3, 4]);
  });

  it('says who reported a check-in’s, and nobody of a reveal’s', () => {
    const { ladders } = ladderThroughTime({ turns: [turn()], checkIns: [{ ...checkIn(LATER, 'yyyuy'), by: uid(8) }] });
    expect(ladders.map(({ by }) => by)).toEqual([undefined, undefined, uid(8)]);
  });

  it('marks the lowest open rung on the ladder of today alone', () => {
    expect(ladderThroughTime({ turns: [turn()], checkIns: [] }).ladders.map(({ open }) => open)).toEqual([null, 3]);
    const climbed = ladderThroughTime({ turns: [turn()], checkIns: [checkIn(LATER, 'yyyuy')] });
    expect(climbed.ladders.map(({ open }) => open)).toEqual([null, null, 4]);
  });

  it('marks it on the rep’s side where only the rep leaves it open', () => {
    const reveal = { ...turn().reveal!, read: ['no', 'yes', 'yes', 'yes', 'yes'] as const, lowestOpenRung: 1 };
    const { ladders } = ladderThroughTime({
      turns: [turn({ reveal: { ...reveal, read: [...reveal.read] } })],
      checkIns: [],
    });
    expect(ladders.map(({ open }) => open)).toEqual([1, null]);
  });

  it('has none before anything was revealed', () => {
    expect(ladderThroughTime({ turns: [turn({ reveal: null })], checkIns: [] }).ladders).toEqual([]);
  });

  it('tells which rungs a check-in closed that the room had found open', () => {
    const commitment = {
      id: uid(5),
      turnId: uid(1),
      decision: 'pursue',
      nextStep: null,
      dueOn: null,
      usesOf: [],
      at: LATER,
    };
    const closed = (...ladders: (string | null)[]) => {
      const checkIns = ladders.map((answers, at) => ({ ...checkIn(LATER, answers), id: uid(20 + at) }));
      const life = { turns: [turn()], commitments: [commitment], checkIns } as unknown as ScenarioLife;
      return checkIns.map((one) => climbIn(life, one)?.closed ?? []);
    };
    expect(closed('yyyuy')).toEqual([[3, 5]]);
    expect(closed(null)).toEqual([[]]);
    // What the one before it had told is not told again.
    expect(closed('yyynn', null, 'yyyyn', 'yyyyn')).toEqual([[3], [], [4], []]);
  });
});

const LATER = '2026-12-03T09:00:00.000Z';

describe('what was said in a turn', () => {
  it('stands in the order of writing, with replies under what they reply to', () => {
    const said = [words(1), words(2), words(3, { replyTo: uid(1) }), words(4, { replyTo: uid(99) })];
    expect(threadsOf(said).map(({ one, replies }) => [one.id, replies.map(({ id }) => id)])).toEqual([
      [uid(1), [uid(3)]],
      [uid(2), []],
      [uid(4), []],
    ]);
  });
});

it('tells what became of a deal oldest first, a turn of a later session after the check-in before it', () => {
  const life = {
    scenario: { submittedAt: '2026-11-23T09:00:00.000Z' },
    turns: [turn(), turn({ id: uid(7), startedAt: '2026-12-10T17:00:00.000Z' })],
    commitments: [],
    answers: [],
    checkIns: [checkIn(LATER, null)],
  } as unknown as ScenarioLife;
  expect(lifeEntries(life).map(({ type }) => type)).toEqual(['brought', 'turn', 'check_in', 'turn']);
});

describe('an end that was told', () => {
  const told = (id: number, outcome: LifeCheckIn['outcome'], commitment = 5): LifeCheckIn => ({
    ...checkIn(LATER, null),
    id: uid(id),
    commitmentId: uid(commitment),
    outcome,
  });
  const ends = (...checkIns: LifeCheckIn[]) =>
    checkIns.map((one) => [isCorrected({ checkIns }, one), isLastEnd({ checkIns }, one)]);
  const [stands, corrected, neither] = [
    [false, true],
    [true, false],
    [false, false],
  ];

  it('is corrected by another of the same commitment, and the latest alone is the end of the deal', () => {
    expect(ends(told(21, 'advanced'), told(22, 'won'))).toEqual([neither, stands]);
    expect(ends(told(21, 'won'), told(22, 'lost'))).toEqual([corrected, stands]);
    expect(ends(told(21, 'lost'), told(22, 'advanced'))).toEqual([corrected, neither]);
  });

  it('is told once of all that was reported since the last news, as it was last reported, and not before', () => {
    const toldAt = (id: number, at: string | null): LifeCheckIn => ({ ...told(id, 'advanced'), toldAt: at });
    const checkIns = [toldAt(21, LATER), toldAt(22, LATER), toldAt(23, AGAIN), toldAt(24, null)];
    const other = { ...toldAt(25, LATER), commitmentId: uid(6) };
    const all = [...checkIns, other];
    expect(all.map((one) => isToldOf({ checkIns: all }, one))).toEqual([false, true, true, false, true]);
  });

  it('stands as it was where the deal came back and ended otherwise, and is its end no more', () => {
    expect(ends(told(21, 'lost', 5), told(22, 'won', 6))).toEqual([neither, stands]);
  });
});

import { beforeEach, describe, expect, test } from 'vitest';
import { recapOf } from '@/domain/recap';
import { ladderByOf, ladderOf, redact, wholeTurn, type CheckIn, type OwnLadder } from '@/domain/session';
import { GUEST, HOST, OLD_COMMITMENT, OLD_COMMITMENT_2, REP, REP_2, REP_3, uid, World } from '../support/session-world';

let world: World;
let scenarioId: string;
beforeEach(() => {
  world = new World();
  scenarioId = world.brings(REP);
});

const state = () => world.session.state;
/** Whoever reads what the whole room reads. */
const THE_ROOM = { id: '', hosts: false };

describe('commitments', () => {
  const pursue = { decision: 'pursue', nextStep: 'Call Gareth', dueOn: '2026-12-01' };

  test('C8: a decision, a step and a day from today on; moving on needs neither', () => {
    world.settings = { ...world.settings, timeZone: 'Pacific/Auckland' };
    world.seats(scenarioId, 'commit');
    const refused = (data: object) => world.refused(REP, 'commitment.make', { ...pursue, ...data });
    expect(refused({ decision: 'wait' })).toMatchObject({ code: 'invalid', field: 'decision' });
    expect(refused({ nextStep: ' ' })).toMatchObject({ code: 'invalid', field: 'nextStep' });
    expect(refused({ dueOn: undefined })).toMatchObject({ code: 'invalid', field: 'dueOn' });
    expect(refused({ dueOn: '2026-02-30' })).toMatchObject({ code: 'invalid', field: 'dueOn' });
    // It is Thursday 16:00 in UTC, and Friday the 27th in Auckland already.
    expect(refused({ dueOn: '2026-11-26' })).toMatchObject({ code: 'invalid', field: 'dueOn' });
    world.ok(REP, 'commitment.make', { ...pursue, dueOn: '2026-11-27' });
    world.ok(REP, 'commitment.make', { decision: 'move_on' });
    expect(state().turn?.commitment).toMatchObject({ decision: 'move_on', by: REP });
  });

  test('C9: only the rep whose turn it is, in the last phase, and until the session has ended', () => {
    world.seats(scenarioId, 'coach');
    expect(world.refused(REP, 'commitment.make', pursue).code).toBe('wrong_phase');
    world.ok(HOST, 'turn.phase', { phase: 'commit' });
    expect(world.refused(REP_2, 'commitment.make', pursue).code).toBe('forbidden');
    expect(world.refused(HOST, 'commitment.make', pursue).code).toBe('forbidden');
    const turnId = state().turn!.id;
    world.ok(HOST, 'turn.end');
    expect(world.refused(REP, 'commitment.make', pursue).code).toBe('wrong_phase');
    expect(world.refused(REP, 'commitment.make', { ...pursue, turnId }).code).toBe('conflict');
    world.ok(REP, 'commitment.make', { ...pursue, scenarioId, turnId });
    world.ok(HOST, 'session.close');
    world.ok(REP, 'commitment.make', { ...pursue, scenarioId, nextStep: 'Call Inga' });
    expect(state().turns[0]?.commitment?.nextStep).toBe('Call Inga');
    expect(world.refused(REP_2, 'commitment.make', { ...pursue, scenarioId }).code).toBe('forbidden');
    world.ok(HOST, 'session.end');
    expect(world.refused(REP, 'commitment.make', { ...pursue, scenarioId }).code).toBe('wrong_status');
  });

  test('C9, C4: a commitment never lands on another deal', () => {
    const second = world.brings(REP_2);
    const first = world.seats(scenarioId, 'commit');
    world.ok(HOST, 'turn.end');
    world.seats(second, 'commit');
    expect(world.refused(REP_2, 'commitment.make', { ...pursue, scenarioId: uid(777) }).code).toBe('not_found');
    expect(world.refused(REP_2, 'commitment.make', { ...pursue, scenarioId: second, turnId: first }).code).toBe(
      'conflict',
    );
    const third = world.brings(REP_3);
    expect(world.refused(REP_3, 'commitment.make', { ...pursue, scenarioId: third }).code).toBe('wrong_phase');
  });

  test('C10: made again it replaces and keeps its id', () => {
    world.seats(scenarioId, 'commit');
    const id = world.makes(REP, 'commitment.make', pursue);
    expect(world.makes(REP, 'commitment.make', { ...pursue, decision: 'change' })).toBe(id);
    expect(state().turn?.commitment).toMatchObject({ id, decision: 'change' });
  });

  test('C11: it uses words of its turn, and remembers whose they are', () => {
    world.seats(scenarioId, 'coach');
    const [one, two, own] = [world.says(REP_2), world.says(HOST), world.says(REP)];
    world.ok(HOST, 'turn.phase', { phase: 'commit' });
    expect(world.refused(REP, 'commitment.make', { ...pursue, uses: [uid(777)] })).toMatchObject({
      code: 'not_found',
      field: 'uses',
    });
    expect(world.refused(REP_2, 'commitment.make', { ...pursue, uses: [uid(777)] }).code).toBe('forbidden');
    world.ok(REP, 'commitment.make', { ...pursue, uses: [one, two, own, one] });
    expect(state().turn?.commitment).toMatchObject({ uses: [one, two, own], usesOf: [REP_2, HOST] });
    world.ok(HOST, 'turn.end');
    world.ok(REP, 'commitment.make', { ...pursue, scenarioId, uses: [one] });
    expect(state().turns[0]?.commitment?.usesOf).toEqual([REP_2]);
  });
});

describe('check-ins', () => {
  test("C12: the commitment's rep or a host records; the latest counts", () => {
    world.ok(HOST, 'session.start');
    const data = { commitmentId: OLD_COMMITMENT, outcome: 'advanced', note: 'They called back' };
    expect(world.refused(REP_2, 'checkin.record', data).code).toBe('forbidden');
    expect(world.refused(GUEST, 'checkin.record', data).code).toBe('read_only');
    expect(world.refused(REP, 'checkin.record', { ...data, commitmentId: uid(777) })).toMatchObject({
      code: 'not_found',
      field: 'commitmentId',
    });
    world.ok(REP, 'checkin.record', data);
    world.ok(HOST, 'checkin.record', { ...data, outcome: 'won', ladder: ['yes', 'yes', 'yes', 'yes', 'no'] });
    expect(state().rollCall[0]?.checkIn).toMatchObject({ outcome: 'won', by: HOST });
    expect(state().rollCall[0]?.checkIn?.ladder?.map(({ answer }) => answer)).toEqual([
      'yes',
      'yes',
      'yes',
      'yes',
      'no',
    ]);
    expect(state().rollCall[1]).toMatchObject({ commitmentId: OLD_COMMITMENT_2, checkedIn: { outcome: 'moved_on' } });
  });

  test('C12: its author’s same outcome again is that report, edited; after another it stands beside it, as another’s and another outcome do', () => {
    world.ok(HOST, 'session.start');
    const idOf = (by: string, data: object) => {
      world.ok(by, 'checkin.record', { commitmentId: OLD_COMMITMENT, ...data });
      return state().rollCall[0]?.checkIn?.id;
    };
    const first = idOf(REP, { outcome: 'won', note: 'She singed', lookingBack: 4 });
    expect(idOf(REP, { outcome: 'won', note: 'She signed' })).toBe(first);
    const ladder = ['yes', 'yes', 'yes', 'yes', 'no'];
    expect(idOf(REP, { outcome: 'won', ladder }), 'with a ladder').toBe(first);
    expect(idOf(REP, { outcome: 'won', note: 'Signed' }), 'which it keeps').toBe(first);
    expect(state().rollCall[0]?.checkIn?.ladder?.map(({ answer }) => answer)).toEqual(ladder);
    const others = [idOf(HOST, { outcome: 'won' }), idOf(REP, { outcome: 'lost' }), idOf(HOST, { outcome: 'lost' })];
    expect(new Set([first, ...others]).size).toBe(4);
    const again = idOf(REP, { outcome: 'won' });
    expect(state().rollCall[0]?.checkIn).toMatchObject({ by: REP, outcome: 'won' });
    expect(state().checkIns.map(({ id }) => id)).toEqual([first, ...others, again]);
    expect(new Set([first, ...others, again]).size).toBe(5);
  });

  test('C12: with a report that was seen, another since is a conflict, unless it is one’s own and all of it is said', () => {
    world.ok(HOST, 'session.start');
    const says = { commitmentId: OLD_COMMITMENT, outcome: 'won', note: 'She signed' };
    const last = () => {
      const { id, at } = state().rollCall[0]!.checkIn!;
      return `${id} ${at}`;
    };
    world.ok(REP, 'checkin.record', { ...says, seen: 'what was said before the session' });
    const seen = last();
    world.ok(REP, 'checkin.record', { ...says, seen: '' });
    expect(world.refused(REP, 'checkin.record', { ...says, note: 'Signed', seen: '' }).code).toBe('conflict');
    expect(world.refused(HOST, 'checkin.record', { ...says, seen: '' })).toMatchObject({
      code: 'conflict',
      field: 'seen',
    });
    world.ok(HOST, 'checkin.record', { ...says, outcome: 'lost', seen });
    expect(world.refused(REP, 'checkin.record', { ...says, seen }).code).toBe('conflict');
    world.ok(REP, 'checkin.record', { ...says, seen: last() });
    world.ok(HOST, 'checkin.record', { ...says, outcome: 'no_change' });
    expect(state().checkIns.every((one) => !('seen' in one))).toBe(true);
    expect(JSON.stringify(world.session.events)).not.toContain('"seen"');
  });

  test('C12: the ladder stands as all reports leave it: one that tells none leaves it as it was', () => {
    const climbed = (answers: string) => [...answers].map((one) => ({ answer: one === 'y' ? 'yes' : 'no' }));
    world.ok(HOST, 'session.start');
    const stands = () =>
      ladderOf(state(), state().rollCall[0]!)
        ?.map(({ answer }) => answer[0])
        .join('');
    const says = (by: string, outcome: string, ladder?: string) =>
      world.ok(by, 'checkin.record', {
        commitmentId: OLD_COMMITMENT,
        outcome,
        ...(ladder ? { ladder: climbed(ladder) } : {}),
      });
    const toldBy = () => ladderByOf(state(), state().rollCall[0]!);
    expect([stands(), toldBy()]).toEqual([undefined, undefined]);
    says(REP, 'advanced', 'yyynn');
    says(HOST, 'no_change');
    expect([stands(), toldBy()]).toEqual(['yyynn', REP]);
    expect(
      recapOf(world.session.events)
        .rollCall[0]?.ladder?.map(({ answer }) => answer[0])
        .join(''),
    ).toBe('yyynn');
    says(REP, 'won', 'yyyyn');
    says(REP, 'won');
    expect(stands()).toBe('yyyyn');
    says(HOST, 'won', 'yyyyy');
    expect([stands(), toldBy()]).toEqual(['yyyyy', HOST]);
    const [item] = state().rollCall;
    const before = { ...item!, ladderBefore: climbed('ynnnn') as OwnLadder };
    expect(ladderOf({ checkIns: [] }, before)).toBe(before.ladderBefore);
    expect(ladderByOf({ checkIns: [] }, before)).toBeUndefined();
    expect(ladderByOf({ checkIns: [] }, { ...before, ladderBy: HOST })).toBe(HOST);
  });

  test('C12: also on what was committed in this session', () => {
    world.seats(scenarioId, 'commit');
    const commitmentId = world.makes(REP, 'commitment.make', { decision: 'move_on' });
    world.ok(REP, 'checkin.record', { commitmentId, outcome: 'moved_on' });
    expect(state().turn?.commitment?.checkIn?.outcome).toBe('moved_on');
  });

  describe('C12, S5: what was reported beside a session that is opened again stands after what was recorded in it', () => {
    const climbed = (answers: string) =>
      [...answers].map((one) => ({ answer: one === 'y' ? 'yes' : 'no' })) as OwnLadder;
    const [L1, L2] = [climbed('ynnnn'), climbed('yynnn')];
    const beside = { id: uid(631), by: HOST, outcome: 'no_change', at: '2026-11-26T16:20:00.000Z' } as const;

    const reopened = (commitmentId: string, checkIn: CheckIn, ladder?: OwnLadder) => {
      world.ok(HOST, 'session.end');
      world.now = Date.parse(beside.at) + 60_000;
      world.reported = [{ commitmentId, checkIn, ...(ladder ? { ladder } : {}) }];
      world.ok(HOST, 'session.reopen');
    };
    const ladder = () => {
      const now = ladderOf(state(), state().rollCall[0]!);
      expect(recapOf(world.session.events).rollCall[0]?.ladder).toEqual(now);
      return now;
    };
    const says = { commitmentId: OLD_COMMITMENT, outcome: 'advanced', note: 'They called back' };

    test('the ladder it told stands, and the same outcome again is another report, after it', () => {
      world.ok(HOST, 'session.start');
      const first = world.makes(REP, 'checkin.record', { ...says, ladder: L1 });
      reopened(OLD_COMMITMENT, { ...beside, ladder: L2 });
      expect(ladder()).toEqual(L2);
      const again = world.makes(REP, 'checkin.record', { ...says, note: 'And again' });
      expect(again).not.toBe(first);
      expect(ladder()).toEqual(L2);
      expect(world.session.events.findLast(({ type }) => type === 'checkin.recorded')?.data).not.toHaveProperty(
        'ladder',
      );
      const seen = redact(
        world.session.events.find(({ type }) => type === 'checkin.recorded')!,
        THE_ROOM,
        state(),
      );
      expect(seen.data).toMatchObject({ id: first, note: 'They called back' });
      expect(world.makes(REP, 'checkin.record', says), 'from here on it is edited').toBe(again);
    });

    test('it is nobody’s report of the session, recorded again; nor is one told that an earlier one beside it told', () => {
      world.ok(HOST, 'session.start');
      world.ok(REP, 'checkin.record', { ...says, ladder: L1 });
      reopened(OLD_COMMITMENT, { ...beside, by: REP, outcome: 'advanced' }, L2);
      expect(ladder()).toEqual(L2);
      expect(world.makes(REP, 'checkin.record', says)).not.toBe(beside.id);
      expect(ladder()).toEqual(L2);
    });

    test('who has not seen it is told of it', () => {
      world.ok(HOST, 'session.start');
      world.ok(REP, 'checkin.record', says);
      const { id, at } = state().rollCall[0]!.checkIn!;
      reopened(OLD_COMMITMENT, beside);
      expect(world.refused(REP, 'checkin.record', { ...says, seen: `${id} ${at}` })).toMatchObject({
        code: 'conflict',
        field: 'seen',
      });
      world.ok(REP, 'checkin.record', { ...says, seen: `${beside.id} ${beside.at}` });
    });

    test('in a turn of the session too, fetched whole as in its summary', () => {
      world.seats(scenarioId, 'commit');
      const commitmentId = world.makes(REP, 'commitment.make', { decision: 'move_on' });
      const first = world.makes(REP, 'checkin.record', { ...says, commitmentId, ladder: L1 });
      world.ok(HOST, 'turn.end');
      reopened(commitmentId, beside);
      const [turn] = state().turns;
      expect(turn?.commitment?.checkIn).toEqual(beside);
      expect(wholeTurn(world.session.events, turn!.id)?.commitment).toEqual(turn?.commitment);
      expect(world.makes(REP, 'checkin.record', { ...says, commitmentId })).not.toBe(first);
    });
  });
});

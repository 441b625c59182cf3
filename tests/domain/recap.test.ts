import { beforeEach, describe, expect, test } from 'vitest';
import { recapOf } from '@/domain/recap';
import { shortDay } from '@/domain/day-text';
import { redactState, saidIn } from '@/domain/session';
import { escapeMarkdown, recapMarkdown } from '@/domain/recap-markdown';
import { GUEST, HOST, HOST_2, OBSERVER, OLD_COMMITMENT, REP, REP_2, REP_3, World } from '../support/session-world';

const NAMES: Record<string, string> = {
  [HOST]: 'Ruth',
  [REP]: 'Marisol Vega',
  [REP_2]: 'Devon *D* Okafor',
  [REP_3]: 'Priya',
  [OBSERVER]: 'Ellen',
};
const name = (id: string) => NAMES[id] ?? 'a former member';

let world: World;
let halden: string;
let brandt: string;

/** A session with two turns, a deal that is not reached, and one of everything that must stay out. */
beforeEach(() => {
  world = new World();
  halden = world.brings(REP, {
    account: 'Halden_Dairy',
    pipeline: { otherLiveDeals: 0, lifeOrDeath: 5, note: 'SECRET pipeline', hostsOnly: true },
  });
  brandt = world.brings(REP_2, {
    title: 'Champion left',
    ladder: Array(5).fill({ answer: 'yes', evidence: 'SECRET evidence' }),
  });
  world.brings(REP_3, { title: 'Not reached #1' });
  world.ok(OBSERVER, 'floor.ask', { body: 'Why do you care?' });
  world.ok(GUEST, 'floor.ask', { body: 'SECRET sealed' });
  const turnId = world.seats(halden, 'clarify');
  world.ok(HOST, 'host.note', { body: 'SECRET note' });
  world.ok(REP, 'checkin.record', { commitmentId: OLD_COMMITMENT, outcome: 'won', note: 'Signed\non Monday' });
  const question = world.says(REP_2, { kind: 'question', body: 'Who wants it *fixed*?\n# Really' });
  const hidden = world.says(REP_2, { kind: 'question', body: 'SECRET hidden' });
  world.ok(HOST, 'contribution.hide', { contributionId: hidden });
  world.ok(REP, 'contribution.helpful', { contributionId: question });
  world.ok(HOST, 'ladder.open');
  world.ok(REP_3, 'ladder.vote', { answers: ['yes', 'yes', 'no', 'no', 'yes'] });
  world.ok(HOST, 'ladder.reveal');
  world.ok(HOST, 'turn.phase', { phase: 'coach' });
  const used = world.says(REP_3, { kind: 'story', body: 'Used in the end' });
  const pinned = world.says(HOST_2, { kind: 'challenge', body: 'Pinned by a host' });
  world.says(REP_3, { body: 'Just said' });
  world.ok(HOST, 'contribution.pin', { contributionId: pinned });
  world.ok(HOST, 'turn.phase', { phase: 'commit' });
  world.ok(REP, 'commitment.make', { decision: 'change', nextStep: 'Call Gareth.', dueOn: '2026-12-01', uses: [used] });
  world.ok(HOST, 'turn.end');
  world.says(REP_3, { late: turnId, body: 'Afterthought' });
  world.seats(brandt, 'commit');
  world.ok(REP_2, 'commitment.make', { decision: 'move_on' });
  world.ok(HOST, 'session.close');
  const { questions } = world.session.state.floor;
  world.ok(HOST, 'floor.release', { questionId: questions.find(({ by }) => by === OBSERVER)!.id });
  world.ok(REP, 'floor.answer', {
    questionId: questions.find(({ by }) => by === OBSERVER)!.id,
    body: 'Because of Gareth.',
  });
  world.ok(REP, 'takeaway.leave', { body: 'Ask sooner.' });
  world.ok(HOST, 'session.end');
});

describe('R7: the recap from the log', () => {
  test('turns with what came of them, and what is kept of their words', () => {
    const { turns } = recapOf(world.session.events);
    expect(turns).toHaveLength(2);
    expect(turns[0]).toMatchObject({
      repId: REP,
      scenario: { id: halden, account: 'Halden_Dairy' },
      reveal: { lowestOpenRung: 3 },
      commitment: { decision: 'change', nextStep: 'Call Gareth.' },
      helpful: 1,
    });
    expect(turns[0]?.kept.map(({ body }) => body.split('\n')[0])).toEqual([
      'Who wants it *fixed*?',
      'Used in the end',
      'Pinned by a host',
    ]);
    expect(turns[0]?.words).toHaveLength(4);
    expect(turns[0]?.afterwards.map(({ body }) => body)).toEqual(['Afterthought']);
    expect(turns[1]).toMatchObject({
      scenario: { id: brandt },
      commitment: { decision: 'move_on' },
      kept: [],
      afterwards: [],
    });
    expect(turns[1]).not.toHaveProperty('reveal');
  });

  test('floor, takeaways, roll call, what was not reached, and the counts', () => {
    const recap = recapOf(world.session.events);
    expect(recap).toMatchObject({
      status: 'ended',
      floor: [{ by: OBSERVER, answers: [{ by: REP, body: 'Because of Gareth.' }] }],
      takeaways: [{ by: REP, body: 'Ask sooner.' }],
      rollCall: [{ checkIn: { outcome: 'won' } }, { checkedIn: { outcome: 'moved_on' } }],
      notReached: [{ title: 'Not reached #1' }],
      counts: { turns: 2, contributions: 5, helpful: 1, movedOn: 1, takeaways: 1 },
    });
    expect(recap.carriedTo).toBeDefined();
  });

  test('T11: a turn that was put off is no deal that was heard; what was written in it stays, and none is told twice', () => {
    const fresh = new World();
    const [empty, begun] = [fresh.brings(REP), fresh.brings(REP_2)];
    fresh.seats(empty);
    fresh.ok(HOST, 'scenario.defer', { scenarioId: empty });
    fresh.seats(begun, 'clarify');
    fresh.says(REP_3, { kind: 'question' });
    fresh.ok(HOST, 'scenario.defer', { scenarioId: begun });
    fresh.ok(HOST, 'session.end');
    const recap = recapOf(fresh.session.events);
    expect(recap.turns.map(({ scenario, putOff }) => [scenario.id, putOff])).toEqual([[begun, true]]);
    expect(recap.notReached.map(({ id }) => id)).toEqual([empty]);
    expect(recap.counts).toMatchObject({ turns: 0, contributions: 1 });
    expect(recapMarkdown(recap, name, { lab: 'L', number: 1, when: '' })).toContain('Put off: it waits');
  });

  test('the closing round counts as the recap does: what still stands, whenever it went', () => {
    const world = new World();
    const turnId = world.seats(world.brings(REP), 'coach');
    const [stays, hiddenLater, withdrawn] = [world.says(REP_2), world.says(REP_2), world.says(REP_3)];
    world.says(HOST);
    for (const id of [stays, hiddenLater, withdrawn]) world.ok(REP, 'contribution.helpful', { contributionId: id });
    world.ok(REP_3, 'contribution.withdraw', { contributionId: withdrawn });
    world.ok(HOST, 'turn.end');
    const late = world.says(REP_3, { late: turnId });
    world.says(REP_2, { late: turnId });
    for (const id of [late, hiddenLater]) world.ok(HOST, 'contribution.hide', { contributionId: id });
    world.ok(HOST, 'session.close');
    const { contributions, helpful } = recapOf(world.session.events).counts;
    expect({ contributions, helpful }).toEqual({ contributions: 3, helpful: 1 });
    for (const viewer of [HOST, REP, REP_3, OBSERVER]) {
      const seen = redactState(world.session.state, { id: viewer, hosts: viewer === HOST });
      expect(saidIn(seen)).toEqual({ contributions, helpful });
    }
  });

  test('nothing that the room may not see', () => {
    expect(JSON.stringify(world.session.events)).toContain('SECRET');
    expect(JSON.stringify(recapOf(world.session.events))).not.toContain('SECRET');
  });

  test('it can be read after every turn, before the end too', () => {
    const firstTurn = world.session.events.findIndex(({ type }) => type === 'turn.ended');
    const recap = recapOf(world.session.events.slice(0, firstTurn + 1));
    expect(recap).toMatchObject({ status: 'live', turns: [{ scenario: { id: halden } }], counts: { turns: 1 } });
    expect(recapOf([]).turns).toEqual([]);
  });
});

describe('the recap as Markdown', () => {
  const markdown = () =>
    recapMarkdown(recapOf(world.session.events), name, {
      lab: 'Thursday Lab',
      number: 14,
      when: 'Thursday 26 November 2026, 17:00',
      pledge: 'What is said stays.',
    });

  test('says it all, in order', () => {
    const text = markdown();
    const parts = [
      '# Thursday Lab, session 14',
      '2 deals, 1 let go',
      '## The plant that loves us',
      'Marisol Vega, Halden\\_Dairy · lowest open rung 3',
      '**Change approach**: Call Gareth. By Tue 1 December.',
      '### Afterwards',
      '> Afterthought',
      '## Champion left',
      '**Move on**',
      '## The closing round',
      '**Why do you care?** Asked by Ellen.',
      '- **Marisol Vega:** Because of Gareth.',
      '## Takeaways',
      '## Roll call',
      '**Won**: Signed on Monday',
      '## Not reached, carried over',
      '- Not reached \\#1 (Priya)',
      '_What is said stays._',
    ];
    // One stop behind each sentence, whether its writer set one or not.
    expect(text).toContain('**Won**: Signed on Monday.\n');
    expect(text).not.toContain('..');
    const places = parts.map((part) => text.indexOf(part));
    expect(places).not.toContain(-1);
    expect([...places].sort((a, b) => a - b)).toEqual(places);
    expect(text).not.toContain('SECRET');
  });

  test('of a session that runs, what waits is still waiting and carried nowhere', () => {
    const { events } = world.session;
    const running = recapOf(
      events.slice(
        0,
        events.findIndex(({ type }) => type === 'session.ended'),
      ),
    );
    const text = recapMarkdown(running, name, { lab: 'Lab', number: 1, when: 'then' });
    expect(text).toContain('## Still waiting\n\n- Not reached \\#1 (Priya)');
    expect(text).not.toContain('carried over');
  });

  test('a roll call says what climbed since', () => {
    const recap = recapOf(world.session.events);
    const [item] = recap.rollCall;
    const ladder = (['yes', 'yes', 'yes', 'no', 'no'] as const).map((answer) => ({ answer }));
    const held = [true, false, false, false, false];
    const rollCall = [{ ...item!, held, ladder }];
    const text = recapMarkdown({ ...recap, rollCall }, name, { lab: 'Lab', number: 1, when: 'then' });
    expect(text).toContain('_Rungs 2 and 3 closed. Lowest open rung now: 4._');
  });

  test('what people wrote stays text', () => {
    const text = markdown();
    expect(text).toContain(
      '> Who wants it \\*fixed\\*?\n> \\# Really\n>\n> Question, Devon \\*D\\* Okafor, marked helpful',
    );
    expect(escapeMarkdown('<script> [a](b) `c` ~d~ |e| _f_ ![g]')).toBe(
      '\\<script\\> \\[a\\](b) \\`c\\` \\~d\\~ \\|e\\| \\_f\\_ \\!\\[g\\]',
    );
    expect(escapeMarkdown('- one\n+ two\n1. three\n2) four\n=====')).toBe(
      '\\- one\n\\+ two\n1\\. three\n2\\) four\n\\=====',
    );
    expect(escapeMarkdown('A 1.5 million-euro deal')).toBe('A 1.5 million-euro deal');
  });

  test('nothing that people wrote turns round what stands beside it, and what runs from right to left stays', () => {
    expect(escapeMarkdown('\u202eexe.gnp\u202c \u2066a\u2069 \u202ab\u2067c')).toBe('exe.gnp a bc');
    expect(escapeMarkdown('חידוש אצל המחלבה\u200f!')).toBe('חידוש אצל המחלבה\u200f\\!');
  });

  test('days are short and plain', () => {
    expect(shortDay('2026-12-01')).toBe('Tue 1 December');
    expect(shortDay('2028-02-29')).toBe('Tue 29 February');
  });
});

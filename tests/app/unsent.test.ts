import { describe, expect, it } from 'vitest';
import { keptOnDevice, type Kept } from '@/app/sessions/[id]/live/connection/kept';
import { saidBy, unsentIn } from '@/app/sessions/[id]/live/never-sent/unsent';
import { rollCallNow } from '@/domain/session';
import { HOST, OLD_COMMITMENT, REP, REP_2, World } from '../support/session-world';

/** A device that keeps this. */
function device(kept: Record<string, unknown>): Kept {
  return {
    read: <T>(name: string) => kept[name] as T,
    write: () => undefined,
    writeSoon: () => undefined,
    remove: () => undefined,
    forget: () => undefined,
    names: (prefix) => Object.keys(kept).filter((name) => name.startsWith(prefix)),
    subscribe: () => () => undefined,
  };
}

const textsOf = (kept: Record<string, unknown>, said: readonly string[] = []) =>
  unsentIn(device(kept), said).map(({ label, text }) => `${label}: ${text}`);

describe('C13: what was written in a session and not sent', () => {
  it('is everything that waits, was refused or was begun, wherever it was written', () => {
    const word = (type: string, data: object, stands: string) => ({ id: 'x', type, data, writtenAt: 1, stands });
    expect(
      textsOf({
        'word/1': word('contribution.add', { kind: 'advice', body: 'Refused.' }, 'refused'),
        'word/2': word('floor.answer', { questionId: 'q', body: 'Waits.' }, 'waiting'),
        'word/3': word('takeaway.leave', { body: 'It is in the room.' }, 'sent'),
        'word/4': word('ladder.vote', { answers: ['yes', 'yes', 'yes', 'yes', 'yes'] }, 'refused'),
        'word/5': word('commitment.make', { decision: 'change', nextStep: 'Ring them.' }, 'refused'),
        'draft/composer': { body: ' Begun. ', kind: 'story', turnId: null },
        'draft/answer-to/1': { body: 'On the seat.', turnId: null },
        'draft/answer/1': 'On the floor.',
        'draft/answer/2': null,
        'draft/takeaway': 'A line.',
        'draft/sealed-question': 'Why?',
        'draft/edit/1': 'Better.',
        'draft/host-note': 'He has to leave.',
        'draft/commitment/1': { decision: null, nextStep: 'Sit with her.', dueOn: '', uses: [] },
        'draft/check-in/1': { note: 'It moved.' },
        'draft/check-in-ladder/1': [{ answer: null, evidence: 'A letter' }],
        'draft/vote/1': ['yes', null, null, null, null],
        'stage-hidden/1': true,
      }),
    ).toEqual([
      'Advice: Refused.',
      'Answer to the floor: Waits.',
      'Next step: Ring them.',
      'Answer: On the seat.',
      'Answer to the floor: On the floor.',
      'Check-in: A letter',
      'Check-in: It moved.',
      'Next step: Sit with her.',
      'Story: Begun.',
      'Change of your words: Better.',
      'Note to the hosts: He has to leave.',
      'Question: Why?',
      'Takeaway: A line.',
    ]);
  });

  it('is not what the session has of them', () => {
    const world = new World();
    world.seats(world.brings(REP), 'commit');
    world.ok(REP, 'commitment.make', { decision: 'change', nextStep: 'Ring them.', dueOn: '2026-12-01' });
    world.ok(HOST, 'session.close');
    world.ok(HOST, 'floor.ask', { body: 'Why?' });
    const [question] = world.session.state.floor.questions;
    world.ok(REP, 'floor.answer', { questionId: question!.id, body: 'Because of Gareth.' });
    world.ok(REP, 'takeaway.leave', { body: 'Ask sooner.' });
    world.ok(REP, 'checkin.record', {
      commitmentId: OLD_COMMITMENT,
      outcome: 'advanced',
      note: 'She signed.',
      ladder: Array(5).fill({ answer: 'yes', evidence: 'A letter' }),
    });
    world.ok(REP, 'checkin.record', { commitmentId: OLD_COMMITMENT, outcome: 'won', note: 'She signed.' });
    const { turns, floor, takeaways } = world.session.state;
    const told = { turns, questions: floor.questions, takeaways, rollCall: rollCallNow(world.session.state) };
    const kept = {
      'draft/answer/1': 'Because of Gareth.',
      'draft/takeaway': 'Ask sooner.',
      'draft/commitment/1': { decision: 'change', nextStep: 'Ring them.', dueOn: '2026-12-01', uses: [] },
      'draft/check-in/1': { note: 'She signed.' },
      'draft/check-in-ladder/1': Array(5).fill({ answer: 'yes', evidence: 'A letter' }),
    };
    expect(textsOf(kept, saidBy(REP, told))).toEqual([]);
    expect(textsOf(kept, saidBy(REP_2, told))).toHaveLength(3);
  });

  it('is known too where the browser keeps nothing, for as long as the page is open', () => {
    expect(globalThis.localStorage).toBeUndefined();
    const kept = keptOnDevice(REP, 'session');
    kept.write('draft/takeaway', 'Ask sooner.');
    kept.write('draft/answer/1', 'Because.');
    kept.remove('draft/answer/1');
    expect(unsentIn(kept, []).map(({ text }) => text)).toEqual(['Ask sooner.']);
  });
});

import { HOST, OBSERVER, REP, REP_2, REP_3, World } from './session-world';

export const NAMES = new Map([
  [HOST, 'Ruth Adeyemi'],
  [REP, 'Marisol Vega'],
  [REP_2, 'Devon Okafor'],
]);

/** Words that the room may never read; what stands before the colon says where they were. */
export const SECRETS = {
  evidence: 'SECRET own evidence before the reveal',
  pipeline: 'SECRET pipeline for the hosts',
  withdrawn: 'SECRET words withdrawn',
  hidden: 'SECRET words hidden',
  edited: 'SECRET words edited away',
  sealed: 'SECRET sealed question',
  replaced: 'SECRET next step replaced',
};

/** A session that has ended, and the deals in it. */
export interface HeldSession {
  world: World;
  heard: string;
  /** Carried over. */
  waiting: string;
  withdrawn: string;
}

/** One deal that was heard, coached, revealed and answered for, and one that waits with secrets of its own. */
export function heldSession(): HeldSession {
  const world = new World();
  const heard = world.brings(REP, { account: 'Halden Dairy', pain: 'Two stoppages in March.' });
  const waiting = world.brings(REP_2, {
    title: 'Never reached',
    ladder: Array.from({ length: 5 }, () => ({ answer: 'no', evidence: SECRETS.evidence })),
    pipeline: { otherLiveDeals: 1, lifeOrDeath: 5, note: SECRETS.pipeline, hostsOnly: true },
  });
  const withdrawn = world.brings(REP_3, { title: 'Taken back' });
  world.ok(REP_3, 'scenario.withdraw', { scenarioId: withdrawn });
  world.ok(REP_2, 'scenario.second', { scenarioId: heard });
  const turnId = world.seats(heard, 'clarify');
  const asked = world.says(REP_2, { kind: 'question', body: 'Who signs?' });
  world.says(REP, { kind: 'answer', body: 'Inga, I think.', replyTo: asked });
  world.ok(HOST, 'turn.phase', { phase: 'coach' });
  const helpful = world.says(REP_2, { body: 'Write the one page.' });
  world.ok(REP, 'contribution.helpful', { contributionId: helpful, on: true });
  world.ok(REP_2, 'contribution.withdraw', { contributionId: world.says(REP_2, { body: SECRETS.withdrawn }) });
  world.ok(HOST, 'contribution.hide', { contributionId: world.says(REP_3, { body: SECRETS.hidden }) });
  const edited = world.says(REP_3, { body: SECRETS.edited });
  world.ok(REP_3, 'contribution.edit', { contributionId: edited, body: 'As it reads now.' });
  world.ok(HOST, 'ladder.open');
  world.ok(REP_2, 'ladder.vote', { answers: ['yes', 'yes', 'no', 'no', 'no'] });
  world.ok(HOST, 'ladder.reveal');
  world.ok(HOST, 'turn.phase', { phase: 'commit' });
  world.now += 60_000;
  world.ok(REP, 'commitment.make', { decision: 'change', nextStep: SECRETS.replaced, dueOn: '2026-12-01' });
  world.ok(REP, 'commitment.make', {
    decision: 'change',
    nextStep: 'Sit with Gareth.',
    dueOn: '2026-12-01',
    uses: [helpful],
  });
  world.ok(HOST, 'turn.end');
  world.says(REP_3, { kind: 'challenge', body: 'Said afterwards.', late: turnId });
  world.ok(OBSERVER, 'floor.ask', { body: SECRETS.sealed });
  world.ok(HOST, 'session.close');
  const question = world.makes(HOST, 'floor.ask', { body: 'Why do you care?' });
  world.now += 60_000;
  world.ok(REP, 'floor.answer', { questionId: question, body: 'Because Gareth stood up for me.' });
  world.ok(REP_2, 'floor.answer', { questionId: question, body: 'Another rep’s answer.' });
  world.ok(HOST, 'session.end');
  return { world, heard, waiting, withdrawn };
}

import fc from 'fast-check';
import { COMMAND_TYPES, grantOf, statusAllows, type CommandType } from '@/domain/permissions';
import { roleIn, type Id, type SessionState } from '@/domain/session';
import type { Role } from '@/domain/vocabulary';
import { BUILD, pick, type Step } from './session-commands';

export type { Step };

/** What a client would send for a step. */
export interface RandomCommand {
  by: Id;
  type: CommandType;
  data: Record<string, unknown>;
}

const WEIGHTS: Partial<Record<CommandType, number>> = {
  'scenario.submit': 6,
  'scenario.edit': 5,
  'turn.start': 5,
  'turn.phase': 5,
  'turn.end': 3,
  'contribution.add': 16,
  'contribution.edit': 5,
  'contribution.withdraw': 3,
  'contribution.hide': 3,
  'contribution.helpful': 4,
  'ladder.open': 3,
  'ladder.vote': 8,
  'ladder.reveal': 3,
  'commitment.make': 5,
  'checkin.record': 4,
  'floor.ask': 4,
  'floor.release': 3,
  'floor.answer': 5,
  'takeaway.leave': 4,
  'session.reopen': 3,
};

const TEXTS = [
  '',
  'Who owns the budget?',
  '🧗🏽‍♀️ naïve',
  'שלום עולם',
  '<script>alert(1)</script>',
  'one\n\ntwo **three**',
];

/** One random step. */
export const anyStep: fc.Arbitrary<Step> = fc.record({
  type: fc.oneof(...COMMAND_TYPES.map((type) => ({ weight: WEIGHTS[type] ?? 2, arbitrary: fc.constant(type) }))),
  actor: fc.nat(1000),
  a: fc.nat(1000),
  b: fc.nat(1000),
  text: fc.constantFrom(...TEXTS),
  fits: fc.boolean().chain((one) => (one ? fc.constant(true) : fc.boolean())),
  wait: fc.oneof({ weight: 8, arbitrary: fc.nat(20_000) }, { weight: 1, arbitrary: fc.nat(400_000) }),
});

/** A random session, as a sequence of steps. */
export function anySteps(maxLength: number): fc.Arbitrary<Step[]> {
  return fc.array(anyStep, { minLength: 1, maxLength, size: 'max' });
}

/**
 * The command that a step stands for in this state. `state` may be what one client knows; `mark` gets every text that
 * goes into the command; `older` are contributions of ended turns, to edit, hide and mark as well.
 */
export function commandOf(
  step: Step,
  state: SessionState,
  people: ReadonlyMap<Id, Role>,
  mark: (text: string) => string = (text) => text || 'words',
  older: readonly { id: Id; by: Id }[] = [],
): RandomCommand {
  const ids = [...people.keys()];
  const present = ids.filter((id) => !state.removed.includes(id));
  const roleOf = (id: Id) => roleIn(state, { id, role: people.get(id) ?? 'observer' });
  const byRole = (role: Role, but?: Id) =>
    pick(
      present.filter((id) => id !== but && roleOf(id) === role),
      step.actor,
    ) ?? pick(ids, step.actor)!;
  const type = step.fits ? fitting(step, state) : step.type;
  const { data, by } = BUILD[type]({ step, state, people, mark, older, byRole });
  if (!step.fits) return { by: pick(ids, step.actor)!, type, data };
  const able = present.filter((id) => grantOf(roleOf(id), type));
  return { by: by ?? pick(able, step.actor) ?? pick(ids, step.actor)!, type, data };
}

/** Another command than the step's, where that one could hardly succeed now. */
function fitting({ type, a, b }: Step, state: SessionState): CommandType {
  const { turn, queue, floor } = state;
  const listens = turn && state.settings.strict && (turn.phase === 'present' || turn.phase === 'commit');
  // A session that ends or empties at once is no session.
  const drastic = (one: CommandType) => /^(session\.(close|end|cancel)|participant\.remove)$/.test(one) && b % 6 > 0;
  if (drastic(type)) return fitting({ type: pick(USUAL, a)!, a, b, ...REST }, state);
  if (!statusAllows(type, state.status, { role: 'host' })) {
    if (type === 'contribution.add' && state.status === 'closing' && state.turns.length > 0) return type;
    const allowed = COMMAND_TYPES.filter((one) => statusAllows(one, state.status, { role: 'host' }) && !drastic(one));
    const likely = { scheduled: ['session.start', 'floor.ask'], ended: ['session.reopen'] } as const;
    return pick([...allowed, ...(likely[state.status as 'ended'] ?? [])], a) ?? type;
  }
  if (/^(scenario\.(second|edit|defer|withdraw)|queue\.move)$/.test(type) && queue.length === 0)
    return 'scenario.submit';
  if (type === 'floor.answer' && floor.questions.length === 0) return 'floor.ask';
  if (state.status === 'live' && !turn && /^(turn\.(?!start)|ladder|contribution\.add)/.test(type)) {
    return queue.length > 0 ? 'turn.start' : 'scenario.submit';
  }
  if (!turn) return type;
  if (type === 'turn.resume' || type === 'turn.pause') return turn.endsAt ? 'turn.pause' : 'turn.resume';
  if (type === 'ladder.vote' && !turn.ladderOpen && !turn.reveal) return listens ? 'turn.phase' : 'ladder.open';
  if (type === 'ladder.reveal' && turn.votes === 0) return turn.ladderOpen ? 'ladder.vote' : 'ladder.open';
  if (type === 'ladder.open' && listens) return 'turn.phase';
  if (/^contribution\.(?!add)/.test(type) && turn.contributions.length === 0)
    return listens ? 'turn.phase' : 'contribution.add';
  return type === 'contribution.add' && listens ? 'turn.phase' : type;
}

const USUAL: readonly CommandType[] = [
  'scenario.submit',
  'scenario.second',
  'turn.start',
  'contribution.add',
  'ladder.vote',
];
const REST = { actor: 0, text: '', fits: true, wait: 0 };

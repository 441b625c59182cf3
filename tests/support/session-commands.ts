import type { CommandType } from '@/domain/permissions';
import type { Id, ReportedBeside, SessionState } from '@/domain/session';
import {
  ANSWERS,
  CONTRIBUTION_KINDS,
  DECISIONS,
  FINAL_OUTCOMES,
  OUTCOMES,
  PHASES,
  RUNGS,
  type Role,
} from '@/domain/vocabulary';

/**
 * One step of a random session: plain data, so that a failing sequence prints and shrinks. Numbers choose among what
 * there is at that moment; `fits` bends the step towards what is likely to succeed.
 */
export interface Step {
  type: CommandType;
  actor: number;
  a: number;
  b: number;
  text: string;
  fits: boolean;
  /** How much time passes before it, in ms. */
  wait: number;
}

/** Where a step is taken. */
export interface Scene {
  step: Step;
  state: SessionState;
  people: ReadonlyMap<Id, Role>;
  /** Marks every text that is written, so that a test can look for it later. */
  mark: (text: string) => string;
  /** Contributions of turns that ended, as far as is known; the open turn's are in the state. */
  older: readonly { id: Id; by: Id }[];
  byRole: (role: Role, but?: Id) => Id;
}

export type Built = { data: Record<string, unknown>; by?: Id | undefined };

const onlyTurn = ({ step, state }: Scene): Built => ({
  data: step.b % 2 && state.turn ? { turnId: state.turn.id } : {},
});
const aboutQueued = (scene: Scene): Built => ({ data: { scenarioId: queued(scene) } });
const nothing = (): Built => ({ data: {} });

/** What each command would say in that scene, and who would most likely send it. */
export const BUILD: Record<CommandType, (scene: Scene) => Built> = {
  'session.start': nothing,
  'session.close': nothing,
  'session.end': nothing,
  'session.reopen': nothing,
  'session.cancel': nothing,
  'host.hand_over': (scene) => ({ data: { userId: someone(scene) } }),
  'host.take_over': ({ byRole }) => ({ data: {}, by: byRole('rep') }),
  'host.note': (scene) => ({ data: { body: words(scene) } }),
  'scenario.submit': (scene) => {
    const by = scene.byRole(scene.step.b % 5 ? 'rep' : 'host');
    return { data: dealOf(scene), by };
  },
  'scenario.edit': (scene) => {
    const scenarioId = queued(scene);
    const changes = changesOf(scene);
    return { data: { scenarioId, changes, base: scene.state.seq }, by: scene.state.scenarios[scenarioId]?.repId };
  },
  'scenario.withdraw': (scene) => {
    const scenarioId = queued(scene);
    return { data: { scenarioId }, by: scene.state.scenarios[scenarioId]?.repId };
  },
  'scenario.second': (scene) => ({ data: { scenarioId: queued(scene) }, by: scene.byRole('rep') }),
  'scenario.defer': (scene) => {
    const seated = scene.state.turn?.scenarioId;
    return scene.step.b % 3 === 0 && seated ? { data: { scenarioId: seated } } : aboutQueued(scene);
  },
  'queue.move': (scene) => ({ data: { scenarioId: queued(scene), to: scene.step.b % 4 } }),
  'turn.start': (scene) => {
    const ended = pick(scene.state.turns, scene.step.b)?.scenarioId;
    return scene.step.a % 3 === 0 && ended ? { data: { scenarioId: ended } } : aboutQueued(scene);
  },
  'turn.phase': (scene) => {
    const { step, state } = scene;
    const { data } = onlyTurn(scene);
    // Mostly on to Clarify and Coach, where most happens.
    const phase = pick([...PHASES, 'clarify', 'coach', 'coach'] as const, step.a);
    return { data: { phase, ...data, ...(step.b % 3 === 0 && state.turn ? { from: state.turn.phase } : {}) } };
  },
  'turn.pause': onlyTurn,
  'turn.resume': onlyTurn,
  'turn.extend': (scene) => ({ data: { seconds: 60 + (scene.step.a % 120), ...onlyTurn(scene).data } }),
  'turn.end': onlyTurn,
  'contribution.add': contribution,
  'contribution.edit': (scene) => {
    const one = said(scene);
    return { data: { contributionId: one?.id ?? NOBODY, body: words(scene) }, by: one?.by };
  },
  'contribution.withdraw': (scene) => {
    const one = said(scene);
    return { data: { contributionId: one?.id ?? NOBODY }, by: one?.by };
  },
  'contribution.hide': (scene) => ({ data: { contributionId: said(scene)?.id ?? NOBODY } }),
  'contribution.pin': (scene) => ({ data: { contributionId: said(scene)?.id ?? NOBODY, ...toggled(scene) } }),
  'contribution.helpful': (scene) => ({
    data: { contributionId: said(scene)?.id ?? NOBODY, ...toggled(scene) },
    by: scene.state.turn?.repId ?? pick(scene.state.turns, scene.step.b)?.repId,
  }),
  'ladder.open': onlyTurn,
  'ladder.reveal': onlyTurn,
  'ladder.vote': (scene) => ({
    data: { answers: [0, 1, 2, 3, 4].map((rung) => pick(ANSWERS, scene.step.a >> rung)), ...onlyTurn(scene).data },
    by: scene.byRole('rep', scene.state.turn?.repId),
  }),
  'commitment.make': commitment,
  'checkin.record': (scene) => {
    const { step, state, mark } = scene;
    const one = pick(reportable(state), step.a);
    const again = step.actor % 3 === 0 ? pick(state.checkIns, step.a) : undefined;
    const note = step.b % 2 ? { note: mark(step.text) } : {};
    const ladder = step.b % 3 === 0 ? { ladder: climbed(scene) } : {};
    const outcome = again?.outcome ?? pick(OUTCOMES, step.b)!;
    const back = FINAL_OUTCOMES.includes(outcome) && step.a % 2 ? { lookingBack: step.a % 6 } : {};
    const by = again?.by ?? (step.actor % 3 === 1 ? scene.byRole('host') : one?.repId);
    return {
      data: { commitmentId: again?.commitmentId ?? one?.id ?? NOBODY, outcome, ...note, ...ladder, ...back },
      by,
    };
  },
  'floor.open': nothing,
  'floor.close': nothing,
  'floor.ask': (scene) => ({
    data: { body: words(scene) },
    by: scene.byRole(pick(['observer', 'observer', 'host', 'rep'] as const, scene.step.a)!),
  }),
  'floor.release': (scene) => {
    const { questions } = scene.state.floor;
    return {
      data: {
        questionId:
          (
            pick(
              questions.filter(({ sealed }) => sealed),
              scene.step.a,
            ) ?? questions[0]
          )?.id ?? NOBODY,
      },
    };
  },
  'floor.answer': (scene) => ({
    data: {
      questionId:
        pick(
          scene.state.floor.questions.filter(({ sealed }) => !sealed),
          scene.step.a,
        )?.id ?? NOBODY,
      body: words(scene),
    },
  }),
  'takeaway.leave': (scene) => ({ data: { body: words(scene) } }),
  'participant.remove': (scene) => ({ data: { userId: someone(scene) } }),
};

const NOBODY = '00000000-0000-4000-8000-00000000dead';

function contribution(scene: Scene): Built {
  const { step, state } = scene;
  const ended = pick(state.turns, step.a);
  const late =
    (step.b % 6 === 0 || !state.turn) && ended
      ? { late: step.b % 12 === 0 && state.turn ? state.turn.id : ended.id }
      : {};
  const asked = state.turn?.contributions.find(({ kind }) => kind === 'question');
  if (step.a % 4 === 0 && asked && !('late' in late)) {
    return { data: { kind: 'answer', body: words(scene), replyTo: asked.id }, by: state.turn?.repId };
  }
  const kinds = CONTRIBUTION_KINDS.filter((kind) => kind !== 'answer');
  const kind = state.turn?.phase === 'clarify' && step.fits ? 'question' : pick(kinds, step.a);
  return { data: { kind, body: words(scene), ...late, ...('late' in late ? {} : onlyTurn(scene).data) } };
}

function commitment(scene: Scene): Built {
  const { step, state } = scene;
  const ended = pick(state.turns, step.a);
  const open = state.turn && (state.turn.phase === 'commit' || !ended) ? state.turn : undefined;
  const decision = pick(DECISIONS, step.b);
  const uses = open?.contributions.slice(0, step.a % 3).map(({ id }) => id);
  const data = {
    decision,
    ...(decision === 'move_on' ? {} : { nextStep: words(scene), dueOn: '2027-01-15' }),
    ...(uses?.length ? { uses } : {}),
    ...(open || !ended ? {} : { scenarioId: ended.scenarioId }),
  };
  return { data, by: (open ?? ended)?.repId };
}

/** The commitments that a session knows. */
function reportable({ rollCall, turns }: SessionState) {
  return [
    ...rollCall.map(({ commitmentId, repId }) => ({ id: commitmentId, repId })),
    ...turns.flatMap((turn) => (turn.commitment ? [{ id: turn.commitment.id, repId: turn.repId }] : [])),
  ];
}

/**
 * What might have been reported beside a session that a step opens again: by the rep or a host, often as it was reported
 * in the session; with a ladder, after another that told one, or with none of its own; or the last one there, said anew.
 */
export function besideOf(scene: Pick<Scene, 'step' | 'state' | 'mark'>, newId: () => Id, at: string): ReportedBeside[] {
  const { step, state, mark } = scene;
  return reportable(state).flatMap(({ id: commitmentId, repId }, index) => {
    if ((step.b + index) % 4 === 0) return [];
    const before = state.checkIns.filter((one) => one.commitmentId === commitmentId);
    const last = before.at(-1);
    if (last?.beside && step.b % 2) {
      const { id, by, outcome, ladder } = last;
      const checkIn = { id, by, outcome, note: mark(step.text), at };
      return [{ commitmentId, checkIn, ...(ladder ? { ladder } : {}) }];
    }
    const by = (step.a % 2 ? last?.by : pick(state.hosts, step.b)) ?? repId;
    const outcome = step.b % 3 ? (last?.outcome ?? 'advanced') : pick(OUTCOMES, step.b)!;
    const own = step.actor % 3 === 0 ? { ladder: climbed(scene) } : {};
    const earlier = step.actor % 3 === 1 ? climbed(scene) : before.findLast((one) => one.ladder)?.ladder;
    const ladder = own.ladder ?? earlier;
    const checkIn = { id: newId(), by, outcome, note: mark(step.text), ...own, at };
    return [{ commitmentId, checkIn, ...(ladder ? { ladder } : {}) }];
  });
}

function climbed({ step, mark }: Pick<Scene, 'step' | 'mark'>) {
  return RUNGS.map((_, rung) => ({ answer: pick(ANSWERS, step.a >> rung)!, evidence: mark('Seen') }));
}

function dealOf(scene: Scene): Record<string, unknown> {
  const { step, mark } = scene;
  return {
    title: mark(step.text),
    story: mark(step.text),
    ask: mark(step.text),
    ...(step.a % 2 ? { account: mark('Halden'), deadline: '2026-12-04' } : {}),
    ladder: ladderOf(scene),
    pipeline: pipelineOf(scene),
  };
}

function changesOf(scene: Scene): Record<string, unknown> {
  const { step, mark } = scene;
  const all: Record<string, unknown>[] = [
    { title: mark(step.text) },
    { story: mark(step.text), ask: mark(step.text) },
    { account: step.b % 2 ? mark('Brandt') : null },
    { tried: mark(step.text), pain: mark('pain') },
    { ladder: ladderOf(scene) },
    { pipeline: pipelineOf(scene) },
    { pipeline: pipelineOf(scene), title: mark(step.text) },
  ];
  return pick(all, step.a)!;
}

function ladderOf({ step, mark }: Scene) {
  return [0, 1, 2, 3, 4].map((rung) => ({
    answer: pick(ANSWERS, step.b >> rung),
    ...((step.b + rung) % 2 ? { evidence: mark('evidence') } : {}),
  }));
}

function pipelineOf({ step, mark }: Scene) {
  const hostsOnly = step.b % 3 === 0 ? {} : { hostsOnly: step.b % 3 === 1 };
  return { otherLiveDeals: step.a % 7, lifeOrDeath: 1 + (step.a % 5), note: mark('pipeline'), ...hostsOnly };
}

function words({ step, mark }: Scene): string {
  return mark(step.text);
}

function toggled({ step }: Scene) {
  return step.b % 4 === 0 ? {} : { on: step.b % 4 !== 1 };
}

function queued({ step, state }: Scene): Id {
  return pick(step.b % 9 === 0 ? Object.keys(state.scenarios) : state.queue, step.a) ?? NOBODY;
}

function said({ step, state, older }: Scene) {
  return (
    pick([...(state.turn?.contributions ?? []), ...(step.b % 4 === 0 ? older : [])], step.a) ?? pick(older, step.a)
  );
}

function someone({ step, people, state }: Scene): Id {
  const reps = [...people.keys()].filter((id) => people.get(id) === 'rep' && !state.removed.includes(id));
  return pick(step.fits ? reps : [...people.keys()], step.a) ?? NOBODY;
}

/** One of a list, whatever the number. */
export function pick<T>(list: readonly T[], index: number): T | undefined {
  return list.length === 0 ? undefined : list[index % list.length];
}

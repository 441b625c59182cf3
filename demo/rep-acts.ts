import { hasRoomFor } from '@/domain/session';
import type { Turn } from '@/domain/session';
import { pick, said, seatOf, unanswered, whim, type Act, type View } from './acts';
import { SPARE } from './deals-live';
import { dayAfter, fieldsOf, readOf } from './script';
import { ANY_ANSWERS, ANY_COACHING, ANY_QUESTIONS, ANY_REPLIES_TO_FLOOR, ANY_TAKEAWAYS } from './words-any';

/** So much is said in a turn by those who are simulated, and no more. */
const MOST_QUESTIONS = 7;
const MOST_COACHING = 22;
/** A session that has seen so many deals is brought no more. */
const MOST_TURNS = 40;
const SHORT_QUEUE = 2;

/** What a simulated rep does next; nothing most of the time, as people do. */
export function repAct(view: View): Act | undefined {
  const { state } = view;
  if (state.status === 'closing') return closingAct(view);
  if (state.status !== 'live') return undefined;
  const { turn } = state;
  if (!turn) return queueAct(view);
  const act = turn.repId === view.id ? seatAct(view, turn) : peerAct(view, turn);
  return act ?? queueAct(view);
}

/** On the hot seat: answers, marks what helps, commits. */
function seatAct(view: View, turn: Turn): Act | undefined {
  const { state, random } = view;
  const seat = seatOf(view, turn);
  const [question] = unanswered(turn);
  if (question && turn.phase !== 'present') {
    const known = seat?.clarify.find(({ body }) => body === question.body)?.answer;
    const body = known ?? pick(ANY_ANSWERS, random) ?? '';
    return {
      type: 'contribution.add',
      data: { kind: 'answer', body, replyTo: question.id, turnId: turn.id },
      words: body,
    };
  }
  const helpful = turn.contributions.find((one) => {
    const scripted = seat?.coach.find(({ body }) => body === one.body);
    const helps = scripted ? scripted.helpful : whim(one.id) < 0.35;
    return helps && !one.helpful && !one.gone && one.kind !== 'question' && one.kind !== 'answer' && one.by !== view.id;
  });
  if (helpful) return { type: 'contribution.helpful', data: { contributionId: helpful.id, on: true } };
  if (turn.phase !== 'commit' || turn.commitment) return undefined;
  const { decision, nextStep, dueInDays } = seat?.commitment ?? {
    decision: 'change',
    nextStep: 'Ask them about the lowest open rung, and nothing else.',
    dueInDays: 5,
  };
  const uses = turn.contributions.filter((one) => one.helpful).map(({ id }) => id);
  return {
    type: 'commitment.make',
    data: { decision, nextStep, dueOn: dayAfter(view.now, dueInDays ?? 5), uses: uses.slice(0, 3), turnId: turn.id },
    words: nextStep ?? state.status,
  };
}

/** In the room: votes, asks and coaches. */
function peerAct(view: View, turn: Turn): Act | undefined {
  const { actor, random } = view;
  const seat = seatOf(view, turn);
  if (turn.ladderOpen && !turn.ballots[view.id]) {
    // A read is thought about for a while.
    if (random() > 0.3) return undefined;
    const letters = seat?.reads[actor] ?? guess(view, turn);
    return { type: 'ladder.vote', data: { answers: readOf(letters), turnId: turn.id } };
  }
  const spoken = turn.contributions.filter(({ by, kind }) => view.simulated.has(by) && kind !== 'answer');
  const asked = spoken.filter(({ kind }) => kind === 'question').length;
  if (turn.phase === 'clarify' && asked < MOST_QUESTIONS && unanswered(turn).length < 2) {
    const own = seat?.clarify.find(({ by, body }) => by === actor && !said(turn, body))?.body;
    return speak(turn, 'question', own ?? fresh(turn, ANY_QUESTIONS, random));
  }
  if (turn.phase !== 'coach' || spoken.length >= MOST_COACHING) return undefined;
  const own = seat?.coach.find(({ by, body }) => by === actor && !said(turn, body));
  const words =
    own ??
    pick(
      ANY_COACHING.filter(({ body }) => !said(turn, body)),
      random,
    );
  return words && speak(turn, words.kind, words.body);
}

/** Between turns: brings a deal when few wait, seconds another's. */
function queueAct(view: View): Act | undefined {
  const { state, id, actor, random, now } = view;
  const titles = Object.values(state.scenarios).map(({ title }) => title);
  const spare = SPARE.find((deal) => deal.rep === actor && !titles.includes(deal.title)) ?? again(view);
  if (spare && state.queue.length < SHORT_QUEUE && state.turns.length < MOST_TURNS && hasRoomFor(state, id)) {
    return { type: 'scenario.submit', data: fieldsOf(spare, now) };
  }
  const liked = state.queue.find((scenarioId) => {
    const scenario = state.scenarios[scenarioId];
    return scenario && scenario.repId !== id && !scenario.seconds.includes(id) && whim(scenarioId + id) < 0.4;
  });
  return liked && random() < 0.2 ? { type: 'scenario.second', data: { scenarioId: liked, on: true } } : undefined;
}

/** A deal that was heard comes back after a while, as deals do. */
function again({ actor, state, id }: View) {
  const waits = state.queue.some((scenarioId) => state.scenarios[scenarioId]?.repId === id);
  return waits || state.queue.length > 0 ? undefined : SPARE.find(({ rep }) => rep === actor);
}

function closingAct({ state, id, random }: View): Act | undefined {
  const open = state.floor.questions.find(({ sealed, answers }) => !sealed && !answers.some(({ by }) => by === id));
  if (open && !state.floor.closed) {
    const body = fresh({ contributions: open.answers }, ANY_REPLIES_TO_FLOOR, random);
    return body ? { type: 'floor.answer', data: { questionId: open.id, body }, words: body } : undefined;
  }
  if (state.takeaways.some(({ by }) => by === id)) return undefined;
  const body = fresh({ contributions: state.takeaways }, ANY_TAKEAWAYS, random);
  return body ? { type: 'takeaway.leave', data: { body }, words: body } : undefined;
}

function speak(turn: Turn, kind: string, body: string | undefined): Act | undefined {
  return body ? { type: 'contribution.add', data: { kind, body, turnId: turn.id }, words: body } : undefined;
}

function fresh(where: { contributions: { body: string }[] }, words: readonly string[], random: () => number) {
  const used = new Set(where.contributions.map(({ body }) => body));
  return pick(
    words.filter((one) => !used.has(one)),
    random,
  );
}

/** A read of a deal that the scripts don't know: surer at the bottom of the ladder than at its top. */
function guess(view: View, turn: Turn): string {
  return [0.9, 0.7, 0.5, 0.3, 0.4]
    .map((sure, rung) => {
      const mind = whim(`${turn.id}${view.id}${rung}`);
      return mind < sure ? 'y' : mind < (1 + sure) / 2 ? 'u' : 'n';
    })
    .join('');
}

import type { Steps } from './fold';
import type { CheckIn, Commitment, FloorQuestion, SessionState } from './state';

/** The closing round, takeaways, and the roll call's check-ins. */
export const foldFloor: Steps<
  | 'floor.opened'
  | 'floor.closed'
  | 'floor.asked'
  | 'floor.released'
  | 'floor.answered'
  | 'takeaway.left'
  | 'checkin.recorded'
> = {
  'floor.opened': (state) => ({ ...state, floor: { ...state.floor, open: true, closed: false } }),
  'floor.closed': (state) => ({ ...state, floor: { ...state.floor, open: false, closed: true } }),
  'floor.asked': (state, { data, by, at }) =>
    data.body === undefined || by === null
      ? state
      : lastQuestion(state, { id: data.id, by, body: data.body, at, sealed: data.sealed, answers: [] }),
  // Released questions stand in the order of their release, so that everyone sees one order.
  'floor.released': (state, { data, by }) =>
    lastQuestion(state, {
      id: data.questionId,
      by: data.askedBy,
      body: data.body,
      at: data.askedAt,
      sealed: false,
      ...(by === null ? {} : { releasedBy: by }),
      answers: [],
    }),
  'floor.answered': (state, { data, by, at, seq }) => {
    const { body } = data;
    if (body === undefined || by === null) return state;
    return withQuestions(
      state,
      state.floor.questions.map((question) =>
        question.id === data.questionId
          ? { ...question, answers: replaced(question.answers, { by, body, at, seq }) }
          : question,
      ),
    );
  },
  'takeaway.left': (state, { data, by, at, seq }) =>
    data.body === undefined || by === null
      ? state
      : { ...state, takeaways: replaced(state.takeaways, { by, body: data.body, at, seq }) },
  'checkin.recorded': (state, { data, by, at, seq }) => {
    const { commitmentId, ...said } = data;
    const checkIn = { ...said, by: by ?? '', at, seq };
    return {
      ...state,
      rollCall: state.rollCall.map((item) => (item.commitmentId === commitmentId ? { ...item, checkIn } : item)),
      turns: state.turns.map((turn) => reported(turn, commitmentId, checkIn)),
      ...(state.turn ? { turn: reported(state.turn, commitmentId, checkIn) } : {}),
    };
  },
};

function reported<T extends { commitment?: Commitment }>(turn: T, id: string, checkIn: CheckIn): T {
  return turn.commitment?.id === id ? { ...turn, commitment: { ...turn.commitment, checkIn } } : turn;
}

/** Sent again replaces, and stands last. */
function replaced<T extends { by: string }>(before: readonly T[], next: T): T[] {
  return [...before.filter((one) => one.by !== next.by), next];
}

function lastQuestion(state: SessionState, question: FloorQuestion): SessionState {
  return withQuestions(state, [...state.floor.questions.filter((other) => other.id !== question.id), question]);
}

function withQuestions(state: SessionState, questions: FloorQuestion[]): SessionState {
  return { ...state, floor: { ...state.floor, questions } };
}

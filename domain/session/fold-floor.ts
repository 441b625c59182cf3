import { recordedBefore } from './check-in';
import type { Steps } from './fold';
import type { CheckIn, Commitment, FloorQuestion, ReportedBeside, SessionState, StandingCheckIn } from './state';

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
    const checkIn = { ...said, by: by ?? '', at };
    const { id, outcome, ladder } = data;
    const stands = { id, commitmentId, by: checkIn.by, outcome, seq, ...(ladder ? { ladder } : {}) };
    const before = recordedBefore(state, stands);
    return {
      ...withReport({ ...state, checkIns: state.checkIns.filter((one) => one !== before) }, checkIn, stands),
      rollCall: state.rollCall.map((item) => (item.commitmentId === commitmentId ? { ...item, checkIn } : item)),
    };
  },
};

/** What was said beside a session is read out there, and stands after what was recorded in it before that. */
export function withReportBeside<T extends Reportable>(
  state: T,
  { commitmentId, checkIn: checkedIn, ladder = checkedIn.ladder, ladderBy }: ReportedBeside,
  seq: number,
): T {
  const { id, by, outcome } = checkedIn;
  const toldBy = ladderBy ?? (checkedIn.ladder && by);
  const told = { ...(ladder ? { ladder } : {}), ...(toldBy ? { ladderBy: toldBy } : {}) };
  return {
    ...withReport(state, checkedIn, { id, commitmentId, by, outcome, seq, beside: true, ...told }),
    rollCall: state.rollCall.map((item) => {
      if (item.commitmentId !== commitmentId) return item;
      const { checkIn: _, ...asked } = item;
      return { ...asked, checkedIn };
    }),
  };
}

type Reportable = Pick<SessionState, 'rollCall' | 'turns' | 'turn' | 'checkIns'>;

/** A report as the latest: what became of a commitment of this session, and the last of those that stand. */
function withReport<T extends Reportable>(state: T, checkIn: CheckIn, stands: StandingCheckIn): T {
  const { commitmentId } = stands;
  return {
    ...state,
    checkIns: [...state.checkIns.filter(({ id }) => id !== stands.id), stands],
    turns: state.turns.map((turn) => reported(turn, commitmentId, checkIn)),
    ...(state.turn ? { turn: reported(state.turn, commitmentId, checkIn) } : {}),
  };
}

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

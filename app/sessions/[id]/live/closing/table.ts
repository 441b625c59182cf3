import type { FloorQuestion, Id, SessionState, TurnSummary } from '@/domain/session/state';
import type { RoomView } from '../connection/room-view';
import { roleOf, sessionOf } from '../select';

/** Every turn of the session, the open one last. */
export function turnsOf(state: SessionState): Pick<TurnSummary, 'scenarioId' | 'repId' | 'commitment'>[] {
  return state.turn ? [...state.turns, state.turn] : state.turns;
}

export interface Seat {
  id: Id;
  does: 'answered' | 'writing' | 'waiting';
}

/** Round the table: reps who are here, and whoever has answered; those who answered first, in that order. */
export function tableOf(view: RoomView, question: FloorQuestion | undefined, writers: ReadonlySet<Id>): Seat[] {
  const answered = (question?.answers ?? []).map(({ by }) => by);
  const { removed } = sessionOf(view);
  const here = [...view.present].filter(
    (id) => roleOf(view, id) === 'rep' && !answered.includes(id) && !removed.includes(id),
  );
  const named = here.sort((a, b) => (view.people[a]?.name ?? '').localeCompare(view.people[b]?.name ?? ''));
  return [
    ...answered.map((id): Seat => ({ id, does: 'answered' })),
    ...named.filter((id) => writers.has(id)).map((id): Seat => ({ id, does: 'writing' })),
    ...named.filter((id) => !writers.has(id)).map((id): Seat => ({ id, does: 'waiting' })),
  ];
}

/** What stands beside a name here: the deal that they brought, or that they let go. */
export function broughtBy(state: SessionState, id: Id): string | undefined {
  const turn = turnsOf(state).findLast(({ repId }) => repId === id);
  if (turn?.commitment?.decision === 'move_on') return 'moved on today';
  const scenarios = Object.values(state.scenarios);
  const scenario = turn ? state.scenarios[turn.scenarioId] : scenarios.findLast(({ repId }) => repId === id);
  return scenario?.account ?? scenario?.title;
}

import { capital, counted } from '@/domain/number-words';
import type { RoomView } from '../connection/room-view';
import { nameOf, uncommittedIn } from '../select';

/** What would be left undone if the session ended now: one sentence each. */
export function unfinished(view: RoomView): string[] {
  const { state } = view;
  if (!state) return [];
  const { turn } = state;
  const open = turn ? [`${nameOf(view, turn.repId)} is on the hot seat. The turn ends.`] : [];
  const lacking = turn && !turn.commitment ? [...uncommittedIn(state), turn] : uncommittedIn(state);
  const uncommitted = lacking.map(({ repId }) => nameOf(view, repId));
  const commits =
    uncommitted.length > 0
      ? [`No commitment yet from ${list(uncommitted)}. After the end it can’t be made any more.`]
      : [];
  const sealed = state.floor.questions.filter((question) => question.sealed);
  const questions = sealed.length > 0 ? [`${capital(counted(sealed.length, 'sealed question'))} not released.`] : [];
  const waiting = state.queue.length;
  const carried =
    waiting > 0 ? [`${capital(counted(waiting, 'deal'))} waiting. Carried over to the next session.`] : [];
  return [...open, ...commits, ...questions, ...carried];
}

function list(names: readonly string[]): string {
  return names.length > 1 ? `${names.slice(0, -1).join(', ')} and ${names.at(-1)}` : (names[0] ?? '');
}

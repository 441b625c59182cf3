import type { Id } from '@/domain/session/state';
import type { Word } from '../connection/outbox';
import type { RoomView } from '../connection/room-view';
import { mayLate, turnOf } from '../select';

/** A contribution of this viewer's that the room has not drawn yet, or has refused. */
export type Said = Extract<Word, { type: 'contribution.add' }>;

function isSaid(word: Word): word is Said {
  return word.type === 'contribution.add';
}

/** The turn that words are for. */
function turnIdOf({ data }: Said): Id | undefined {
  return data.late ?? data.turnId;
}

function underWay(view: RoomView): Said[] {
  return view.words.filter(isSaid).filter(({ stands }) => stands !== 'refused');
}

/** What waits in the open turn's stream; drawn in place. */
export function waitingOf(view: RoomView): Said[] {
  return underWay(view).filter((word) => turnIdOf(word) === turnOf(view)?.id);
}

/** What waits for a turn that isn't open: there is no stream to draw it in. */
export function elsewhereOf(view: RoomView): Said[] {
  return underWay(view).filter((word) => turnIdOf(word) !== turnOf(view)?.id);
}

/** What was refused, whichever turn it was for. */
export function refusedOf(view: RoomView): Said[] {
  return view.words.filter(isSaid).filter(({ stands }) => stands === 'refused');
}

/** The turn to which refused words can still be sent late; undefined where they can't. */
export function lateFor(view: RoomView, word: Said): Id | undefined {
  const { late, turnId, kind } = word.data;
  const passed = word.error?.code === 'wrong_phase' || word.error?.code === 'wrong_status';
  const known = [view.state?.turn, ...(view.state?.turns ?? [])].some((turn) => turn?.id === turnId);
  return passed && late === undefined && known && mayLate(view, turnId, kind) ? turnId : undefined;
}

/** What all of these are built from. */
export function ownWordsInputs(view: RoomView): readonly unknown[] {
  return [view.words, view.state?.turn?.id];
}

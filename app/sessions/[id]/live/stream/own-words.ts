import type { Word } from '../connection/outbox';
import type { RoomView } from '../connection/room-view';
import { turnOf } from '../select';

/** A contribution of this viewer's that the room has not drawn yet, or has refused. */
export type Said = Extract<Word, { type: 'contribution.add' }>;

function isSaid(word: Word): word is Said {
  return word.type === 'contribution.add';
}

/** What waits in the open turn's stream; drawn in place. */
export function waitingOf(view: RoomView): Said[] {
  const turnId = turnOf(view)?.id;
  return view.words.filter(
    (word): word is Said =>
      isSaid(word) && word.stands !== 'refused' && (word.data.late ?? word.data.turnId) === turnId,
  );
}

/** What was refused, whichever turn it was for. */
export function refusedOf(view: RoomView): Said[] {
  return view.words.filter((word): word is Said => isSaid(word) && word.stands === 'refused');
}

/** What both of these are built from. */
export function ownWordsInputs(view: RoomView): readonly unknown[] {
  return [view.words, view.state?.turn?.id];
}

import type { RoomView } from '../connection/room-view';
import type { Word } from '../connection/outbox';
import type { Read } from '@/domain/vocabulary';
import { meOf, turnOf } from '../select';

type Vote = Extract<Word, { type: 'ladder.vote' }>;

/** This viewer's read that is on its way, or was refused. */
export function voteWordOf(view: RoomView): Vote | undefined {
  const turnId = turnOf(view)?.id;
  return view.words.findLast((word): word is Vote => word.type === 'ladder.vote' && word.data.turnId === turnId);
}

/** This viewer's read as the room has it. */
export function ownVoteOf(view: RoomView): Read | undefined {
  return turnOf(view)?.ballots[meOf(view) ?? ''];
}

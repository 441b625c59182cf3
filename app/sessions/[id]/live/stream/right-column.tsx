'use client';

import type { RoomView } from '../connection/room-view';
import { useRoom } from '../connection/use-room';
import { isHost, onSeat, roleOf } from '../select';
import { useBuilt } from '../use-session';
import { Composer } from './composer';
import { ownWordsInputs, refusedOf } from './own-words';
import { Refused } from './refused';
import { Stream } from './stream';

/** Whether this viewer writes to the room: hosts and reps, but for the rep on the hot seat, who answers. */
function writes(view: RoomView): boolean {
  return isHost(view) || (roleOf(view) === 'rep' && !onSeat(view));
}

/** The stream, what was refused, and the place to write. */
export function RightColumn({ headless }: { headless?: boolean }) {
  const may = useRoom(writes);
  const seated = useRoom(onSeat);
  const refused = useBuilt(ownWordsInputs, refusedOf);
  return (
    <>
      <Stream headless={headless ?? false} />
      {refused.length > 0 && (
        <div className="max-h-[50%] overflow-y-auto">
          {refused.map((word) => (
            <Refused key={word.id} word={word} />
          ))}
        </div>
      )}
      {may && <Composer />}
      {seated && !may && <p className="meta compose py-4">Answer right under a question. Mark what helps.</p>}
    </>
  );
}

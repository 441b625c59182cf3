'use client';

import type { RoomView } from '../connection/room-view';
import { useRoom } from '../connection/use-room';
import { MyNotes } from '../notes/my-notes';
import { isHost, onSeat, roleOf } from '../select';
import { Composer } from './composer';
import { Stream } from './stream';
import { UnsentWords } from './unsent-words';

/** Whether this viewer writes to the room: hosts and reps, but for the rep on the hot seat, who answers. */
function writes(view: RoomView): boolean {
  return isHost(view) || (roleOf(view) === 'rep' && !onSeat(view));
}

/** The stream, one's own notes beside it, what of one's own is not in it, and the place to write. */
export function RightColumn({ headless }: { headless?: boolean }) {
  const may = useRoom(writes);
  const seated = useRoom(onSeat);
  return (
    <>
      <Stream headless={headless ?? false} />
      <MyNotes />
      <div className="max-h-[50%] overflow-y-auto">
        <UnsentWords />
      </div>
      {may && <Composer />}
      {seated && !may && <p className="meta compose py-4">Answer right under a question. Mark what helps.</p>}
    </>
  );
}

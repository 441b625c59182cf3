'use client';

import type { Takeaway } from '@/domain/session/state';
import { LiveVoice } from '@/ui/live-voice';
import type { RoomView } from '../connection/room-view';
import { useConnection, useRoom } from '../connection/use-room';
import { may, meOf, nameOf, sessionOf } from '../select';
import { useSession } from '../use-session';
import { OwnWords } from './own-words';

const ownOf = (view: RoomView) => sessionOf(view).takeaways.find(({ by }) => by === meOf(view))?.body;
const wordOf = (view: RoomView) => view.words.find(({ type }) => type === 'takeaway.leave');
const mayLeave = (view: RoomView) => may(view, 'takeaway.leave');

/** One line each to leave with: the viewer's own to write, everyone's to read. */
export function Takeaways() {
  const connection = useConnection();
  const all = useSession((state) => state.takeaways);
  const me = useRoom(meOf);
  const own = useRoom(ownOf);
  const word = useRoom(wordOf);
  const writes = useRoom(mayLeave) || word !== undefined;
  const others = all.filter(({ by }) => by !== me);
  if (!writes && others.length === 0) return null;
  return (
    <section aria-labelledby="takeaways" className="mt-12 border-t border-rule pt-6">
      <h2 id="takeaways">Takeaways</h2>
      {writes && (
        <div className="mt-4 max-w-[720px]">
          <OwnWords
            shortcut="takeaway"
            place="takeaway"
            label="Your takeaway, in one line"
            button="Leave it"
            variant="outline"
            line
            said={own}
            word={word}
            onSay={(body) => connection.say('takeaway.leave', { body })}
          />
        </div>
      )}
      {others.length > 0 && (
        <ul className="mt-6 gap-[48px] md:columns-2">
          {others.map((takeaway) => (
            <Left key={takeaway.by} takeaway={takeaway} />
          ))}
        </ul>
      )}
    </section>
  );
}

function Left({ takeaway }: { takeaway: Takeaway }) {
  const name = useRoom((view) => nameOf(view, takeaway.by));
  return (
    <li className="break-inside-avoid pb-5">
      <b className="small">{name}</b>
      <LiveVoice>{takeaway.body}</LiveVoice>
    </li>
  );
}

'use client';

import { Ear } from 'lucide-react';
import { Button } from '@/ui/button';
import { Icon } from '@/ui/icon';
import { byKey } from '../bar/shortcut-table';
import { useConnection, useRoom } from '../connection/use-room';
import type { RoomView } from '../connection/room-view';
import { may } from '../select';
import { useDoing, useHeld, useSend, useSession } from '../use-session';
import { OwnWords } from './own-words';
import { SealedWaiting } from './sealed-waiting';

const ownAskOf = (view: RoomView) => view.words.find(({ type }) => type === 'floor.ask');

/** The hosts' side of the closing round: open and close the floor, release what is sealed, ask. */
export function FloorControls() {
  const questions = useSession((state) => state.floor.questions);
  const mayOpen = useRoom((view) => may(view, 'floor.open'));
  const floor = useSession((state) => state.floor);
  const sealed = questions.filter(({ sealed }) => sealed);
  const connection = useConnection();
  const word = useRoom(ownAskOf);
  if (!mayOpen) return null;
  return (
    <section aria-labelledby="closing-round" className="mb-[22px]">
      <h2 id="closing-round" className="text-5">
        Closing round
      </h2>
      <p className="meta mt-[6px] mb-3">
        {floor.open
          ? 'The floor is open: every rep answers what is asked.'
          : 'The floor is closed: no answer is taken until it opens again.'}
      </p>
      <FloorSwitch open={floor.open} />
      {sealed.map((question) => (
        <SealedWaiting key={question.id} question={question} />
      ))}
      <div className="mt-4">
        <OwnWords
          shortcut="write"
          place="floor-question"
          label="Ask everyone"
          button="Ask"
          variant="outline"
          rows={1}
          word={word}
          onSay={(body) => connection.say('floor.ask', { body })}
        />
      </div>
    </section>
  );
}

function FloorSwitch({ open }: { open: boolean }) {
  const send = useSend();
  const held = useHeld();
  const opening = useDoing('floor.open');
  const closing = useDoing('floor.close');
  return (
    <Button
      size="sm"
      wide
      {...byKey('floor')}
      reason={held}
      pending={opening || closing}
      onClick={() => void send(open ? 'floor.close' : 'floor.open', {})}
    >
      <Icon as={Ear} />
      {open ? 'Close the floor' : 'Open the floor'}
    </Button>
  );
}

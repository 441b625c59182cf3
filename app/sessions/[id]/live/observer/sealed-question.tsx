'use client';

import { LockOpen } from 'lucide-react';
import type { FloorQuestion } from '@/domain/session/state';
import { Sealed } from '@/ui/words';
import { Icon } from '@/ui/icon';
import { LiveVoice } from '@/ui/live-voice';
import { OwnWords } from '../closing/own-words';
import type { RoomView } from '../connection/room-view';
import { useConnection, useRoom } from '../connection/use-room';
import { meOf, sessionOf } from '../select';

/** The one question that this observer has asked, sealed or released. */
export function ownQuestionOf(view: RoomView): FloorQuestion | undefined {
  const me = meOf(view);
  return sessionOf(view).floor.questions.find(({ by }) => by === me);
}

const ownAskOf = (view: RoomView) => view.words.find(({ type }) => type === 'floor.ask');
const mayAsk = (view: RoomView) => ['scheduled', 'live', 'closing'].includes(sessionOf(view).status);

/** An observer's one question: written at any time, seen by its author and the hosts until a host releases it. */
export function SealedQuestion() {
  const connection = useConnection();
  const question = useRoom(ownQuestionOf);
  const word = useRoom(ownAskOf);
  const open = useRoom(mayAsk);
  if (question) return <Asked question={question} />;
  if (!open && !word) return null;
  return (
    <Sealed title="Sealed, hosts only">
      <OwnWords
        once
        shortcut="write"
        place="sealed-question"
        label="Your one question, sealed"
        note="Only the hosts see it until one of them releases it."
        button="Hand it to the hosts"
        word={word}
        onSay={(body) => connection.say('floor.ask', { body })}
      />
    </Sealed>
  );
}

function Asked({ question }: { question: FloorQuestion }) {
  if (!question.sealed) {
    return (
      <p className="only">
        <Icon as={LockOpen} />
        Your question was released to the room.
      </p>
    );
  }
  return (
    <Sealed title="Sealed, with the hosts" label="Your question">
      <LiveVoice>{question.body}</LiveVoice>
      <p className="meta mt-2">A host releases it in the closing round, or keeps it.</p>
    </Sealed>
  );
}

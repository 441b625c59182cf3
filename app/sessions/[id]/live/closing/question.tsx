'use client';

import { Mic } from 'lucide-react';
import clsx from 'clsx';
import type { FloorQuestion } from '@/domain/session/state';
import { Icon } from '@/ui/icon';
import { useConnection, useRoom } from '../connection/use-room';
import { askerOf, firstNameOf, isHost, may, meOf } from '../select';
import { useSession } from '../use-session';
import { Answers } from './answers';
import { OwnWords } from './own-words';

/** One question on the floor: who asked it, the viewer's own answer, and everyone else's. */
export function Question({ question, newest }: { question: FloorQuestion; newest: boolean }) {
  const asker = useRoom((view) => askerOf(view, question.by));
  const open = useSession((state) => state.floor.open);
  const Heading = newest ? 'h1' : 'h2';
  return (
    <section aria-labelledby={`question-${question.id}`} className={clsx(!newest && 'mt-12 border-t border-rule pt-7')}>
      {newest && <Released question={question} />}
      <Heading
        id={`question-${question.id}`}
        dir="auto"
        className={clsx(
          'voice font-[450] [overflow-wrap:anywhere]',
          newest ? 'my-[14px] max-w-[19em] text-8 leading-[1.06] tracking-[-.018em] md:text-[3.5rem]' : 'mb-2 text-7',
        )}
      >
        {question.body}
      </Heading>
      <p className="meta text-3">
        Asked by {asker}.{' '}
        {question.releasedBy ? 'Sealed until a host released it; every rep answers it.' : 'Every rep answers it.'}
      </p>
      <OwnAnswer question={question} newest={newest} />
      <Answers question={question} on={newest && open} />
    </section>
  );
}

/** Whose question this is and who let it out: what is happening now. */
function Released({ question }: { question: FloorQuestion }) {
  const host = useRoom((view) => (question.releasedBy ? firstNameOf(view, question.releasedBy) : undefined));
  const mine = useRoom((view) => question.by === meOf(view));
  const words = host ? `${host} released ${mine ? 'your' : 'a sealed'} question` : 'On the floor';
  return (
    <p className="row ember gap-[9px] font-[650]">
      <Icon as={Mic} />
      {words}
    </p>
  );
}

function OwnAnswer({ question, newest }: { question: FloorQuestion; newest: boolean }) {
  const connection = useConnection();
  const host = useRoom(isHost);
  const mayAnswer = useRoom((view) => may(view, 'floor.answer'));
  const closed = useSession((state) => state.floor.closed);
  const said = useRoom((view) => question.answers.find(({ by }) => by === meOf(view))?.body);
  const word = useRoom((view) =>
    view.words.find((one) => one.type === 'floor.answer' && one.data.questionId === question.id),
  );
  if (!mayAnswer && !word) return null;
  return (
    <div className="mt-[26px] max-w-[720px] border-t border-rule pt-[18px]">
      <OwnWords
        tellsTyping
        shortcut={newest ? 'write' : undefined}
        folded={host ? 'Answer it too' : undefined}
        place={`answer/${question.id}`}
        label="Your answer"
        note={closed ? 'The floor is closed. What you have written is kept.' : undefined}
        button="Answer"
        said={said}
        word={word}
        once={closed}
        onSay={(body) => connection.say('floor.answer', { questionId: question.id, body })}
      />
    </div>
  );
}

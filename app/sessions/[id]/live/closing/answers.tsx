'use client';

import type { FloorQuestion, Id } from '@/domain/session/state';
import { LiveVoice } from '@/ui/live-voice';
import { Writing } from '@/ui/words';
import { useRoom } from '../connection/use-room';
import { Badge } from '../badge';
import { meOf, nameOf, roleOf } from '../select';
import { useSession } from '../use-session';
import { broughtBy } from './table';
import { useWriters } from './use-writers';

/** The answers to one question as they arrive, but for the viewer's own, and who is writing another. */
export function Answers({ question, on }: { question: FloorQuestion; on: boolean }) {
  const me = useRoom(meOf);
  const writers = useWriters();
  const others = question.answers.filter(({ by }) => by !== me);
  const writing = on ? [...writers].filter((id) => id !== me && !question.answers.some(({ by }) => by === id)) : [];
  if (others.length === 0 && writing.length === 0) return null;
  return (
    <ol className="mt-[26px] gap-[48px] md:columns-2" aria-label="Answers">
      {others.map(({ by, body }) => (
        <li key={by} className="break-inside-avoid border-t border-rule py-[18px]">
          <Speaker id={by} />
          <LiveVoice className="mt-2 text-5 leading-[1.36] md:pl-[42px]">{body}</LiveVoice>
        </li>
      ))}
      {writing.map((id) => (
        <WritingOne key={id} id={id} />
      ))}
    </ol>
  );
}

function Speaker({ id }: { id: Id }) {
  const name = useRoom((view) => nameOf(view, id));
  const brought = useSession((state) => broughtBy(state, id));
  return (
    <div className="row gap-[10px]">
      <Badge id={id} />
      <p className="min-w-0">
        <b>{name}</b> {brought && <span className="meta">{brought}</span>}
      </p>
    </div>
  );
}

function WritingOne({ id }: { id: Id }) {
  const name = useRoom((view) => nameOf(view, id));
  const answers = useRoom((view) => roleOf(view, id) !== 'observer');
  if (!answers) return null;
  return (
    <li className="row break-inside-avoid gap-[10px] border-t border-rule py-[18px]">
      <Badge id={id} />
      <b>{name}</b>
      <Writing>is writing</Writing>
    </li>
  );
}

'use client';

import type { Contribution, Id, Turn } from '@/domain/session/state';
import { counted } from '@/domain/number-words';
import { KindLabel } from '@/ui/kinds';
import { LiveVoice } from '@/ui/live-voice';
import { AnswerIt } from '../stream/answer-it';
import { StreamFactsOf } from '../stream/facts';
import { useBegunAnswers } from '../stream/use-begun-answers';
import { useName } from '../use-session';

/** What is left to answer, also in a line: questions without an answer, and answers begun to what has one or needs none. */
export function toAnswer(contributions: readonly Contribution[], begun: readonly Id[]) {
  const answered = new Set(contributions.map(({ replyTo }) => replyTo));
  const standing = contributions.filter(({ gone, late }) => !gone && !late);
  const asks = ({ id, kind }: Contribution) => kind === 'question' && !answered.has(id);
  const open = standing.filter((one) => asks(one) || begun.includes(one.id));
  const asked = open.filter(asks).length;
  const more = open.length - asked;
  const line = [
    asked > 0 && `${counted(asked, 'question')} not answered`,
    more > 0 && `${counted(more, 'answer')} begun`,
  ];
  return { open, line: line.filter(Boolean).join(', ') };
}

/** For the hot seat in Commit: the room is quiet but for answers. Questions that have none, and whatever was begun. */
export function ToAnswer({ turn: { contributions, repId } }: { turn: Turn }) {
  const begun = useBegunAnswers();
  const { open, line } = toAnswer(contributions, begun);
  if (open.length === 0) return null;
  return (
    <StreamFactsOf seat={repId}>
      <details className="mt-[26px]" open={open.some(({ id }) => begun.includes(id))}>
        <summary className="meta">{line}</summary>
        <ol>
          {open.map((one) => (
            <Unanswered key={one.id} one={one} />
          ))}
        </ol>
      </details>
    </StreamFactsOf>
  );
}

function Unanswered({ one }: { one: Contribution }) {
  const name = useName(one.by);
  return (
    <li className="con border-t border-rule py-[11px] first:border-0">
      <div className="hd">
        <KindLabel kind={one.kind} />
        <span>{name}</span>
      </div>
      <LiveVoice>{one.body}</LiveVoice>
      <AnswerIt one={one} />
    </li>
  );
}

'use client';

import type { Contribution, Turn } from '@/domain/session/state';
import { counted } from '@/domain/number-words';
import { KindLabel } from '@/ui/kinds';
import { LiveVoice } from '@/ui/live-voice';
import { AnswerIt } from '../stream/answer-it';
import { StreamFactsOf } from '../stream/facts';
import { useBegunAnswers } from '../stream/use-begun-answers';
import { useName } from '../use-session';

/** For the hot seat in Commit: the room is quiet but for answers. Questions that have none, and whatever was begun. */
export function ToAnswer({ turn: { contributions, repId } }: { turn: Turn }) {
  const begun = useBegunAnswers();
  const answered = new Set(contributions.map(({ replyTo }) => replyTo));
  const open = contributions.filter(
    ({ id, kind, gone, late }) => !gone && !late && (begun.includes(id) || (kind === 'question' && !answered.has(id))),
  );
  if (open.length === 0) return null;
  return (
    <StreamFactsOf seat={repId}>
      <details className="mt-[26px]" open={open.some(({ id }) => begun.includes(id))}>
        <summary className="meta flex min-h-hit cursor-pointer items-center">
          {counted(open.length, 'question')} not answered
        </summary>
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

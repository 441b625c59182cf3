'use client';

import type { Id } from '@/domain/session/state';
import { LiveVoice } from '@/ui/live-voice';
import type { RoomView } from '../connection/room-view';
import { useRoom } from '../connection/use-room';
import { nameOf, turnOf } from '../select';

/** The question of this turn that was answered last, or was pinned. */
function keyQuestion(view: RoomView) {
  const words = turnOf(view)?.contributions.filter(({ gone, late }) => !gone && !late) ?? [];
  const questions = words.filter(({ kind }) => kind === 'question');
  const answered = new Set(words.map(({ replyTo }) => replyTo));
  return questions.findLast(({ pinned }) => pinned) ?? questions.findLast(({ id }) => answered.has(id));
}

/** Beside the reveal: what the room had asked about it, and what the rep answered. */
export function AskedInClarify({ repId, rep }: { repId: Id; rep: string }) {
  const question = useRoom(keyQuestion);
  const asker = useRoom((view) => nameOf(view, question?.by ?? ''));
  const answer = useRoom(
    (view) =>
      question &&
      turnOf(view)?.contributions.findLast(({ replyTo, by, gone }) => replyTo === question.id && by === repId && !gone),
  );
  if (!question) return null;
  return (
    <div className="mt-4 border-t border-rule pt-[14px]">
      <span className="label">Asked in Clarify</span>
      <LiveVoice className="mt-1">{question.body}</LiveVoice>
      <p className="meta">
        {asker}.{answer && ` ${rep} answered: ${answer.body}`}
      </p>
    </div>
  );
}

'use client';

import { SendHorizontal } from 'lucide-react';
import type { Id } from '@/domain/session/state';
import { Button } from '@/ui/button';
import { Icon } from '@/ui/icon';
import { LiveVoice } from '@/ui/live-voice';
import { useRoom } from '../connection/use-room';
import { mayLate, turnOf } from '../select';
import { useAnswerDraft } from './use-begun-answers';
import { useSayLate } from './use-say-late';

/** An answer that was begun on the hot seat, once its turn isn't open any more. */
export function BegunAnswer({ replyTo }: { replyTo: Id }) {
  const sayLate = useSayLate();
  const [{ body, turnId }, , clear] = useAnswerDraft(replyTo);
  const open = useRoom((view) => turnOf(view)?.id === turnId);
  const late = useRoom((view) => mayLate(view, turnId ?? undefined, 'answer'));
  if (open || turnId === null || body.trim() === '') return null;
  const sendLate = () => {
    sayLate({ kind: 'answer', body, replyTo, late: turnId });
    clear();
  };
  return (
    <div
      role="group"
      aria-label="An answer that was not sent"
      className="border-t border-rule bg-raised px-4 pt-4 pb-[18px] xl:pr-6 xl:pl-[30px]"
    >
      <p className="meta">You began this answer in your turn. It is kept.</p>
      <LiveVoice className="mt-1">{body}</LiveVoice>
      <div className="row wrap mt-[14px] gap-2">
        {late && (
          <Button variant="ink" onClick={sendLate}>
            <Icon as={SendHorizontal} />
            Send it late
          </Button>
        )}
        <Button variant="plain" onClick={clear}>
          Discard
        </Button>
      </div>
    </div>
  );
}

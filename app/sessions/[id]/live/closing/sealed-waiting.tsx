'use client';

import type { FloorQuestion } from '@/domain/session/state';
import { Button } from '@/ui/button';
import { ConfirmDialog } from '@/ui/dialog';
import { Sealed } from '@/ui/words';
import { LiveVoice } from '@/ui/live-voice';
import { byKey } from '../bar/shortcut-table';
import { useRoom } from '../connection/use-room';
import { askerOf, firstNameOf, may } from '../select';
import { useDoing, useHeld, useSend, useSession } from '../use-session';

/** For hosts, in view until it is released: an observer's sealed question. Releasing asks first. */
export function SealedWaiting({ question }: { question: FloorQuestion }) {
  const send = useSend();
  const held = useHeld();
  const releasing = useDoing('floor.release');
  const name = useRoom((view) => askerOf(view, question.by));
  const first = useRoom((view) => firstNameOf(view, question.by));
  const mayRelease = useRoom((view) => may(view, 'floor.release'));
  const closed = useSession((state) => !state.floor.open);
  return (
    <Sealed title={`Sealed, from ${name}`} label={`Sealed question from ${name}`} className="mt-3">
      <LiveVoice>{question.body}</LiveVoice>
      {mayRelease && (
        <ConfirmDialog
          title={`Release ${first}’s question?`}
          detail="Everyone sees it at once, with the name, and it can’t be sealed again."
          confirm="Release it"
          cancel="Keep it sealed"
          onConfirm={() => {
            void send('floor.release', { questionId: question.id });
            if (closed) void send('floor.open', {});
          }}
          trigger={
            <Button size="sm" wide className="mt-3" {...byKey('release')} reason={held} pending={releasing}>
              Release it to the room
            </Button>
          }
        >
          <LiveVoice className="sealed">{question.body}</LiveVoice>
        </ConfirmDialog>
      )}
    </Sealed>
  );
}

'use client';

import type { FloorQuestion } from '@/domain/session/state';
import { Button } from '@/ui/button';
import { ConfirmDialog } from '@/ui/dialog';
import { HostsOnly, Sealed } from '@/ui/words';
import { LiveVoice } from '@/ui/live-voice';
import { byKey } from '../bar/shortcut-table';
import { useRoom } from '../connection/use-room';
import { askerOf, firstNameOf, may } from '../select';
import { useNarrow } from '../use-narrow';
import { useDoing, useHeld, useSend, useSession } from '../use-session';

/** The same where there is little room: who asked is in view, the question behind that. */
export function SealedFolded({ question }: { question: FloorQuestion }) {
  const name = useRoom((view) => askerOf(view, question.by));
  const narrow = useNarrow();
  return (
    <details
      className="sealed mt-1 py-0"
      aria-label={`Sealed question from ${name}`}
      open={narrow}
      onToggle={({ currentTarget }) =>
        currentTarget.open && !narrow && currentTarget.scrollIntoView({ block: 'nearest' })
      }
    >
      <summary>
        <HostsOnly>Sealed, from {name}</HostsOnly>
      </summary>
      <div className="pb-3">
        <Waiting question={question} />
      </div>
    </details>
  );
}

/** For hosts, in view until it is released: an observer's sealed question. Releasing asks first. */
export function SealedWaiting({ question }: { question: FloorQuestion }) {
  const name = useRoom((view) => askerOf(view, question.by));
  return (
    <Sealed title={`Sealed, from ${name}`} label={`Sealed question from ${name}`} className="mt-3">
      <Waiting question={question} />
    </Sealed>
  );
}

function Waiting({ question }: { question: FloorQuestion }) {
  const send = useSend();
  const held = useHeld();
  const releasing = useDoing('floor.release');
  const first = useRoom((view) => firstNameOf(view, question.by));
  const mayRelease = useRoom((view) => may(view, 'floor.release'));
  const closed = useSession((state) => !state.floor.open);
  return (
    <>
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
    </>
  );
}

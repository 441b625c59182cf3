'use client';

import { useState } from 'react';
import { CalendarClock, CircleStop, Ellipsis, Pause, Play, Plus, Undo2 } from 'lucide-react';
import { Button } from '@/ui/button';
import { ConfirmDialog } from '@/ui/dialog';
import { Icon } from '@/ui/icon';
import { Menu, MenuItem, MenuRule } from '@/ui/menu';
import { Kbd } from '@/ui/words';
import { useRoom } from '../connection/use-room';
import { nameOf, seatOf, turnOf } from '../select';
import { useKeys } from '../use-keys';
import { PHASE_NAMES } from './phases';
import { useOpenVote, useReveal } from './reads';
import { useMoves } from './use-moves';

type Asked = 'end' | 'defer' | null;

/** The host's controls at the foot; disabled while the room is away. `quiet`: something else is the next act. */
export function HostControls({ quiet }: { quiet?: boolean }) {
  const moves = useMoves();
  const { phase, next, back, running, held, moving } = moves;
  const [asked, setAsked] = useState<Asked>(null);
  const end = () => (moves.committed ? moves.end() : setAsked('end'));
  const onward = () => (next ? moves.toNext() : end());
  const ladderKey = useLadderKey();
  useKeys(held ? {} : { n: onward, ' ': moves.pause, '+': moves.extend, r: ladderKey });
  return (
    <div className="room-controls" role="group" aria-label="Controls">
      <Button reason={held} onClick={moves.pause}>
        <Icon as={running ? Pause : Play} />
        {running ? 'Pause' : 'Go on'} <Kbd>Space</Kbd>
      </Button>
      <Button reason={held} onClick={moves.extend} aria-label="One more minute">
        <Icon as={Plus} />1 min <Kbd>+</Kbd>
      </Button>
      {back && (
        <Button variant="plain" className="hidden md:inline-flex" reason={held} pending={moving} onClick={moves.toBack}>
          Back to {PHASE_NAMES[back]}
        </Button>
      )}
      <More back={back && PHASE_NAMES[back]} onBack={moves.toBack} held={held} onAsk={setAsked} />
      <span className="grow hidden md:block" />
      <Button variant={quiet ? 'outline' : 'now'} reason={held} pending={moving} onClick={onward}>
        {next ? `Next: ${PHASE_NAMES[next]}` : 'End the turn'} <Kbd>N</Kbd>
      </Button>
      <Ask
        asked={asked}
        onClose={() => setAsked(null)}
        end={moves.end}
        defer={moves.defer}
        phase={PHASE_NAMES[phase]}
      />
    </div>
  );
}

interface MoreProps {
  back: string | undefined;
  onBack: () => void;
  held: string | undefined;
  onAsk: (asked: Asked) => void;
}

function More({ back, onBack, held, onAsk }: MoreProps) {
  return (
    <Menu
      align="start"
      trigger={
        <Button variant="plain" square reason={held} aria-label="More about this turn">
          <Icon as={Ellipsis} />
        </Button>
      }
    >
      {back && (
        <MenuItem onSelect={onBack}>
          <Icon as={Undo2} />
          Back to {back}
        </MenuItem>
      )}
      <MenuItem onSelect={() => onAsk('end')}>
        <Icon as={CircleStop} />
        End the turn
      </MenuItem>
      <MenuRule />
      <MenuItem onSelect={() => onAsk('defer')}>
        <Icon as={CalendarClock} />
        Put off: the rep isn’t here
      </MenuItem>
    </Menu>
  );
}

function Ask(props: { asked: Asked; onClose: () => void; end: () => void; defer: () => void; phase: string }) {
  const name = useRoom((view) => nameOf(view, seatOf(view) ?? ''));
  const committed = useRoom((view) => turnOf(view)?.commitment !== undefined);
  return (
    <>
      <ConfirmDialog
        open={props.asked === 'end'}
        onOpenChange={props.onClose}
        title={`End ${name}’s turn?`}
        detail={
          committed
            ? 'The commitment is made. The words are kept.'
            : `${name} has not committed yet. They can until the session has ended, and are reminded.`
        }
        confirm="End the turn"
        onConfirm={props.end}
      />
      <ConfirmDialog
        open={props.asked === 'defer'}
        onOpenChange={props.onClose}
        title="Put this deal off?"
        detail={`The turn ends, and the deal waits again, first in line next week. For when ${name} isn’t here.`}
        confirm="Put it off"
        onConfirm={props.defer}
      />
    </>
  );
}

/** `R` opens the vote, and once reads are in, reveals. */
function useLadderKey(): () => void {
  const open = useRoom((view) => turnOf(view)?.ladderOpen ?? false);
  const revealed = useRoom((view) => turnOf(view)?.reveal !== undefined);
  const vote = useOpenVote();
  const reveal = useReveal();
  return () => {
    if (revealed) return;
    if (open && !reveal.reason) reveal.reveal();
    if (!open && !vote.reason) vote.open();
  };
}

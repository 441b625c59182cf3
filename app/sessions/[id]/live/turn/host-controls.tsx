'use client';

import { useState } from 'react';
import { Ellipsis, Pause, Play, Plus } from 'lucide-react';
import { Button } from '@/ui/button';
import { Icon } from '@/ui/icon';
import { Menu } from '@/ui/menu';
import { Kbd } from '@/ui/words';
import { useRoom } from '../connection/use-room';
import { turnOf } from '../select';
import { useKeys } from '../use-keys';
import { PHASE_NAMES } from './phases';
import { useOpenVote, useReveal } from './reads';
import { TurnAsk, TurnItems, type Asked } from './turn-actions';
import { useMoves } from './use-moves';

/** The host's controls at the foot; disabled while the room is away. `quiet`: something else is the next act. */
export function HostControls({ quiet }: { quiet?: boolean }) {
  const moves = useMoves();
  const { next, back, running, held, moving } = moves;
  const [asked, setAsked] = useState<Asked>(null);
  const onward = () => {
    if (next) moves.toNext();
    else if (moves.committed) moves.end();
    else setAsked('end');
  };
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
      <span className="hidden md:block">
        <Menu
          align="start"
          trigger={
            <Button variant="plain" square reason={held} aria-label="More about this turn">
              <Icon as={Ellipsis} />
            </Button>
          }
        >
          <TurnItems onAsk={setAsked} />
        </Menu>
      </span>
      <span className="hidden grow md:block" />
      <Button variant={quiet ? 'outline' : 'now'} reason={held} pending={moving} onClick={onward}>
        {next ? `Next: ${PHASE_NAMES[next]}` : 'End the turn'} <Kbd>N</Kbd>
      </Button>
      <TurnAsk asked={asked} onClose={() => setAsked(null)} />
    </div>
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

'use client';

import { useState } from 'react';
import { Ellipsis, Pause, Play, Plus } from 'lucide-react';
import { Button } from '@/ui/button';
import { Icon } from '@/ui/icon';
import { Menu } from '@/ui/menu';
import { Kbd } from '@/ui/words';
import { PHASE_NAMES } from './phases';
import { TurnAsk, TurnItems, type Asked } from './turn-actions';
import { useMoves } from './use-moves';

/** The host's controls at the foot; disabled while the room is away. `quiet`: something else is the next act. */
export function HostControls({ quiet }: { quiet?: boolean }) {
  const moves = useMoves();
  const { next, back, running, held, moving } = moves;
  const [asked, setAsked] = useState<Asked>(null);
  const onward = () => moves.onward(() => setAsked('end'));
  return (
    <div className="room-controls" role="group" aria-label="Controls">
      <Button reason={held} onClick={moves.pause}>
        <Icon as={running ? Pause : Play} />
        {running ? 'Pause' : 'Go on'} <Kbd>Space</Kbd>
      </Button>
      <Button reason={held} onClick={moves.extend} aria-label="1 min more">
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

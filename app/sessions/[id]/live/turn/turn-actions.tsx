'use client';

import { CalendarClock, CircleStop, Undo2 } from 'lucide-react';
import { ConfirmDialog } from '@/ui/dialog';
import { Icon } from '@/ui/icon';
import { MenuItem } from '@/ui/menu';
import { useRoom } from '../connection/use-room';
import { nameOf, seatOf, turnOf } from '../select';
import { PHASE_NAMES } from './phases';
import { useMoves } from './use-moves';

export type Asked = 'end' | 'defer' | null;

/** What else a host does with the turn, as lines of a menu. */
export function TurnItems({ onAsk }: { onAsk: (asked: Asked) => void }) {
  const { back, toBack } = useMoves();
  return (
    <>
      {back && (
        <MenuItem onSelect={toBack}>
          <Icon as={Undo2} />
          Back to {PHASE_NAMES[back]}
        </MenuItem>
      )}
      <MenuItem onSelect={() => onAsk('end')}>
        <Icon as={CircleStop} />
        End the turn
      </MenuItem>
      <MenuItem onSelect={() => onAsk('defer')}>
        <Icon as={CalendarClock} />
        Put off: the rep isn’t here
      </MenuItem>
    </>
  );
}

/** Asks before a turn ends or is put off. */
export function TurnAsk({ asked, onClose }: { asked: Asked; onClose: () => void }) {
  const { end, defer } = useMoves();
  const name = useRoom((view) => nameOf(view, seatOf(view) ?? ''));
  const committed = useRoom((view) => turnOf(view)?.commitment !== undefined);
  return (
    <>
      <ConfirmDialog
        open={asked === 'end'}
        onOpenChange={onClose}
        title={`End ${name}’s turn?`}
        detail={
          committed
            ? 'The commitment is made. The words are kept.'
            : `${name} has not committed yet. They can until the session has ended, and are reminded.`
        }
        confirm="End the turn"
        onConfirm={end}
      />
      <ConfirmDialog
        open={asked === 'defer'}
        onOpenChange={onClose}
        title="Put this deal off?"
        detail={`The turn ends, and the deal waits again, first in line next week. For when ${name} isn’t here.`}
        confirm="Put it off"
        onConfirm={defer}
      />
    </>
  );
}

'use client';

import { Ellipsis, EyeOff, Pencil, Pin, PinOff, Undo2 } from 'lucide-react';
import type { Contribution } from '@/domain/session/state';
import { Button } from '@/ui/button';
import { Icon } from '@/ui/icon';
import { Menu, MenuItem } from '@/ui/menu';
import { useRoom } from '../connection/use-room';
import { may } from '../select';
import { useHeld, useSend } from '../use-session';

/** What its author or a host may do with something that was said. */
export function WordsMenu({ one, onEdit }: { one: Contribution; onEdit: () => void }) {
  const mayEdit = useRoom((view) => may(view, 'contribution.edit', { owner: one.by }));
  const mayHide = useRoom((view) => may(view, 'contribution.hide'));
  const held = useHeld();
  const send = useSend();
  if (one.gone || !(mayEdit || mayHide)) return null;
  const { id: contributionId } = one;
  return (
    <Menu
      trigger={
        <Button
          variant="plain"
          size="sm"
          square
          className="-my-2 -mr-2"
          reason={held}
          aria-label="More for these words"
        >
          <Icon as={Ellipsis} />
        </Button>
      }
    >
      {mayEdit && (
        <>
          <MenuItem onSelect={onEdit}>
            <Icon as={Pencil} />
            Edit
          </MenuItem>
          <MenuItem onSelect={() => void send('contribution.withdraw', { contributionId })}>
            <Icon as={Undo2} />
            Withdraw
          </MenuItem>
        </>
      )}
      {mayHide && (
        <>
          <MenuItem onSelect={() => void send('contribution.pin', { contributionId, on: !one.pinned })}>
            <Icon as={one.pinned ? PinOff : Pin} />
            {one.pinned ? 'Unpin' : 'Pin to the top'}
          </MenuItem>
          <MenuItem onSelect={() => void send('contribution.hide', { contributionId })}>
            <Icon as={EyeOff} />
            Hide from the room
          </MenuItem>
        </>
      )}
    </Menu>
  );
}

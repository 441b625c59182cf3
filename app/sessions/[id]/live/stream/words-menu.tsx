'use client';

import { Ellipsis, EyeOff, Pencil, Pin, PinOff, Undo2 } from 'lucide-react';
import type { Contribution } from '@/domain/session/state';
import { Button } from '@/ui/button';
import { Icon } from '@/ui/icon';
import { Menu, MenuItem } from '@/ui/menu';
import { usePin } from './use-pin';
import { useStreamFacts } from './facts';
import { Whose } from './whose';

interface WordsMenuProps {
  one: Contribution;
  onEdit: () => void;
  onTakeBack: (() => void) | undefined;
}

/** What its author or a host may do with something that was said. */
export function WordsMenu({ one, onEdit, onTakeBack }: WordsMenuProps) {
  const { me, mayEdit, mayHide, held } = useStreamFacts();
  const pin = usePin(one);
  const own = one.by === me && mayEdit;
  if (one.gone || !(own || mayHide)) return null;
  return (
    <Menu
      trigger={
        <Button variant="plain" size="sm" square className="-my-2 -mr-2" reason={held}>
          <Icon as={Ellipsis} />
          <span className="sr">More for</span>
          <Whose one={one} />
        </Button>
      }
    >
      {own && (
        <MenuItem onSelect={onEdit}>
          <Icon as={Pencil} />
          Edit
        </MenuItem>
      )}
      {mayHide && (
        <MenuItem onSelect={pin}>
          <Icon as={one.pinned ? PinOff : Pin} />
          {one.pinned ? 'Unpin' : 'Pin to the top'}
        </MenuItem>
      )}
      <MenuItem onSelect={() => onTakeBack?.()}>
        <Icon as={own ? Undo2 : EyeOff} />
        {own ? 'Withdraw' : 'Hide from the room'}
      </MenuItem>
    </Menu>
  );
}

'use client';

import { useState, type ReactNode } from 'react';
import { ArrowLeft, CircleStop, Ellipsis, Users } from 'lucide-react';
import { Button } from '@/ui/button';
import { Icon } from '@/ui/icon';
import { Menu, MenuItem, MenuRule } from '@/ui/menu';
import { useRoom } from '../connection/use-room';
import { useMeeting } from '../meeting';
import { may } from '../select';
import { EndSessionDialog } from './end-session';
import { PeopleDialog } from './people-dialog';
import { usePresent } from './presence';

/** On a phone, where there is no bar: what a turn adds, who is here, the way out, and for hosts the end. */
export function RoomMenu({ children }: { children?: ReactNode }) {
  const [open, setOpen] = useState<'people' | 'end' | null>(null);
  const { lab } = useMeeting();
  const people = usePresent();
  const mayEnd = useRoom((view) => may(view, 'session.end') && view.link === 'here');
  const close = () => setOpen(null);
  return (
    <>
      <Menu
        trigger={
          <Button variant="plain" square aria-label="The session">
            <Icon as={Ellipsis} />
          </Button>
        }
      >
        {children && (
          <>
            {children}
            <MenuRule />
          </>
        )}
        <MenuItem onSelect={() => setOpen('people')}>
          <Icon as={Users} />
          <span className="num">In the room: {people.length}</span>
        </MenuItem>
        <MenuItem href={`/labs/${lab.slug}`}>
          <Icon as={ArrowLeft} />
          {lab.name}
        </MenuItem>
        {mayEnd && (
          <>
            <MenuRule />
            <MenuItem onSelect={() => setOpen('end')}>
              <Icon as={CircleStop} />
              End the session
            </MenuItem>
          </>
        )}
      </Menu>
      <PeopleDialog people={people} open={open === 'people'} onOpenChange={close} />
      <EndSessionDialog open={open === 'end'} onOpenChange={close} />
    </>
  );
}

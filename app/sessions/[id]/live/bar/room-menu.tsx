'use client';

import { useState, type ReactNode } from 'react';
import { ArrowLeft, CircleStop, Ellipsis, Users, Volume2, VolumeX } from 'lucide-react';
import { Button } from '@/ui/button';
import { Icon } from '@/ui/icon';
import { Menu, MenuItem, MenuRule } from '@/ui/menu';
import { useSound } from '../bells/sound';
import { useRoom } from '../connection/use-room';
import { useMeeting } from '../meeting';
import { may } from '../select';
import { EndSessionDialog } from './end-session';
import { PeopleDialog, usePresent } from './presence';
import { SoundDialog } from './sound';

/** On a phone, where the bar has no room: what a turn adds, who is here, the sound, the way out, and for hosts the end. */
export function RoomMenu({ children }: { children?: ReactNode }) {
  const [open, setOpen] = useState<'people' | 'sound' | 'end' | null>(null);
  const { lab, guest } = useMeeting();
  const people = usePresent();
  const [sound] = useSound();
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
        <MenuItem onSelect={() => setOpen('sound')}>
          <Icon as={sound.on ? Volume2 : VolumeX} />
          {sound.on ? 'Sound' : 'Sound is off'}
        </MenuItem>
        {!guest && (
          <MenuItem href={`/labs/${lab.slug}`}>
            <Icon as={ArrowLeft} />
            {lab.name}
          </MenuItem>
        )}
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
      {open === 'people' && <PeopleDialog people={people} onOpenChange={close} />}
      {open === 'sound' && <SoundDialog onOpenChange={close} />}
      <EndSessionDialog open={open === 'end'} onOpenChange={close} />
    </>
  );
}

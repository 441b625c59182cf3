'use client';

import { useState } from 'react';
import { Volume2, VolumeX } from 'lucide-react';
import { Button } from '@/ui/button';
import { Icon } from '@/ui/icon';
import { lazyPart } from '@/ui/later';
import { useSound } from '../bells/sound';

export const SoundDialog = lazyPart(() => import('./sound-dialog').then((module) => module.SoundDialog));

/** Whether the clock is heard, behind a button of the bar. */
export function SoundButton() {
  const [open, setOpen] = useState(false);
  const [{ on }] = useSound();
  return (
    <>
      <Button
        size="sm"
        square
        variant="plain"
        className="hide"
        aria-label={on ? 'Sound of the clock, on' : 'Sound of the clock, off'}
        onClick={() => setOpen(true)}
      >
        <Icon as={on ? Volume2 : VolumeX} />
      </Button>
      {open && <SoundDialog onOpenChange={setOpen} />}
    </>
  );
}

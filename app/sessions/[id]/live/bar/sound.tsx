'use client';

import { useState } from 'react';
import { Volume2, VolumeX } from 'lucide-react';
import { Button } from '@/ui/button';
import { Dialog } from '@/ui/dialog';
import { Icon } from '@/ui/icon';
import { ClockSound } from '../bells/clock-sound';
import { useSound } from '../bells/sound';
import { useMeeting } from '../meeting';
import { NoticesSwitch } from '../notices/notices-switch';

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
      <SoundDialog open={open} onOpenChange={setOpen} />
    </>
  );
}

/** How the clock is heard, and whether one is called back. */
export function SoundDialog(props: { open: boolean; onOpenChange: (open: boolean) => void }) {
  const { userId } = useMeeting();
  return (
    <Dialog {...props} title="Sound and notifications">
      <div className="mt-4">
        <ClockSound userId={userId} />
      </div>
      <div className="mt-6">
        <NoticesSwitch />
      </div>
    </Dialog>
  );
}

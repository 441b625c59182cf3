'use client';

import { useState } from 'react';
import { Volume2, VolumeX } from 'lucide-react';
import { Button } from '@/ui/button';
import { Dialog } from '@/ui/dialog';
import { Icon } from '@/ui/icon';
import { SwitchField } from '@/ui/toggles';
import { player } from '../bells/player';
import { useSound } from '../bells/sound';
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

/** The clock on or off, and how loud; one can hear it before it matters. And whether one is called back. */
export function SoundDialog(props: { open: boolean; onOpenChange: (open: boolean) => void }) {
  const [{ on, volume }, set] = useSound();
  const hear = () => void player.fetch().then(({ chime }) => chime('over', volume));
  return (
    <Dialog {...props} title="Sound and notifications">
      <div className="mt-4">
        <SwitchField
          label="Hear the clock"
          detail="Softly, when one minute is left and when time is over. Kept on this device."
          checked={on}
          onChange={(event) => set({ on: event.target.checked })}
        />
      </div>
      <div className="row wrap mt-4">
        <label className="row grow">
          <span className="label">Volume</span>
          <input
            type="range"
            className="volume"
            min={5}
            max={100}
            step={5}
            value={volume}
            disabled={!on}
            onChange={(event) => set({ volume: event.target.valueAsNumber })}
          />
        </label>
        <Button size="sm" reason={on ? undefined : 'The sound is off.'} onClick={hear}>
          Hear it
        </Button>
      </div>
      <div className="mt-6">
        <NoticesSwitch />
      </div>
    </Dialog>
  );
}

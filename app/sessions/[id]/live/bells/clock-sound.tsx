'use client';

import { Button } from '@/ui/button';
import { SwitchField } from '@/ui/toggles';
import { player } from './player';
import { useSoundOf } from './sound';

/** The clock on or off, and how loud; one can hear it before it matters. */
export function ClockSound({ userId }: { userId: string }) {
  const [{ on, volume }, set] = useSoundOf(userId);
  const hear = () => void player.fetch().then(({ chime }) => chime('over', volume));
  return (
    <>
      <SwitchField
        label="Hear the clock"
        detail="Softly, when one minute is left and when time is over. Kept on this device."
        checked={on}
        onChange={(event) => set({ on: event.target.checked })}
      />
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
    </>
  );
}

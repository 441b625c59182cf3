import { SwitchField } from '@/ui/toggles';
import { usePlayed, usePlayer } from './use-player';

/** Whether the replay passes over the time in which nothing was said or done. */
export function SkipSilence() {
  const player = usePlayer();
  const skips = usePlayed((now) => now.skips);
  return (
    <SwitchField
      label={<span className="small whitespace-nowrap">Skip silence</span>}
      checked={skips}
      onChange={(event) => player.setSkips(event.target.checked)}
    />
  );
}

'use client';

import { Dialog } from '@/ui/dialog';
import { ClockSound } from '../bells/clock-sound';
import { useMeeting } from '../meeting';
import { NoticesSwitch } from '../notices/notices-switch';

/** How the clock is heard, and whether one is called back. */
export function SoundDialog({ onOpenChange }: { onOpenChange: (open: boolean) => void }) {
  const { userId } = useMeeting();
  return (
    <Dialog open onOpenChange={onOpenChange} title="Sound and notifications">
      <div className="mt-4">
        <ClockSound userId={userId} />
      </div>
      <div className="mt-6">
        <NoticesSwitch />
      </div>
    </Dialog>
  );
}

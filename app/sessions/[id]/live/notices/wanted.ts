'use client';

import { usePreference } from '../connection/use-preference';

const AT_FIRST = { on: false };

/** Whether the browser may call this person back to the room: asked of it only when they switch it on. */
export function useNoticesWanted(): [on: boolean, turn: (on: boolean) => Promise<'on' | 'off' | 'refused'>] {
  const [{ on }, set] = usePreference('notices', AT_FIRST);
  const turn = async (wanted: boolean) => {
    const granted = wanted && 'Notification' in window && (await Notification.requestPermission()) === 'granted';
    set({ on: granted });
    if (granted) return 'on';
    return wanted ? 'refused' : 'off';
  };
  return [on, turn];
}

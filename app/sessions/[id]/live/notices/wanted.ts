'use client';

import { usePreferenceOf } from '../connection/use-preference';
import type { Call } from './calls';

type Wanted = Record<Call, boolean>;
type Turned = 'on' | 'off' | 'refused';

const AT_FIRST: Wanted = { open: false, next: false };

/** For what the browser may call a person back to the room: it is asked for leave only when they switch one on. */
export function useNoticesWanted(userId: string): [Wanted, (change: Partial<Wanted>) => Promise<Turned>] {
  const [wanted, set] = usePreferenceOf(userId, 'calls', AT_FIRST);
  const turn = async (change: Partial<Wanted>) => {
    if (!Object.values(change).includes(true)) {
      set(change);
      return 'off';
    }
    const granted = 'Notification' in window && (await Notification.requestPermission()) === 'granted';
    if (granted) set(change);
    return granted ? 'on' : 'refused';
  };
  return [wanted, turn];
}

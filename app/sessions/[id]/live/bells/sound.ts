'use client';

import { usePreference } from '../connection/use-preference';

export interface Sound {
  on: boolean;
  /** 0 to 100. */
  volume: number;
}

const AT_FIRST: Sound = { on: true, volume: 50 };

/** Whether the clock is heard, and how loud: this person's, kept on this device. */
export function useSound(): [sound: Sound, set: (change: Partial<Sound>) => void] {
  return usePreference('sound', AT_FIRST);
}

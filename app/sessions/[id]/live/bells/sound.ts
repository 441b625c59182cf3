'use client';

import { useMeeting } from '../meeting';
import { usePreferenceOf } from '../connection/use-preference';

export interface Sound {
  on: boolean;
  /** 0 to 100. */
  volume: number;
}

const AT_FIRST: Sound = { on: true, volume: 50 };

type SoundChoice = [sound: Sound, set: (change: Partial<Sound>) => void];

/** Whether the clock is heard, and how loud, for whoever is in the room. */
export function useSound(): SoundChoice {
  return useSoundOf(useMeeting().userId);
}

/** The same for a person outside the room: theirs, kept on this device. */
export function useSoundOf(userId: string): SoundChoice {
  return usePreferenceOf(userId, 'sound', AT_FIRST);
}

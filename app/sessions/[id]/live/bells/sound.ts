'use client';

import { useSyncExternalStore } from 'react';
import { keptOnDevice, type Kept } from '../connection/kept';
import { useMeeting } from '../meeting';

export interface Sound {
  on: boolean;
  /** 0 to 100. */
  volume: number;
}

const NAME = 'sound';
const AT_FIRST: Sound = { on: true, volume: 50 };
const kept = new Map<string, Kept>();

/** One for each person, so that everything that reads it hears of a change. */
function keptFor(userId: string): Kept {
  const known = kept.get(userId) ?? keptOnDevice(userId, 'device');
  kept.set(userId, known);
  return known;
}

/** Whether the clock is heard, and how loud: this person's, kept on this device. */
export function useSound(): [sound: Sound, set: (change: Partial<Sound>) => void] {
  const own = keptFor(useMeeting().userId);
  const read = () => own.read<Sound>(NAME) ?? AT_FIRST;
  const sound = useSyncExternalStore(
    (changed) => own.subscribe(changed),
    read,
    () => AT_FIRST,
  );
  return [sound, (change) => own.write(NAME, { ...read(), ...change })];
}

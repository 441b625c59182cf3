'use client';

import { useSyncExternalStore } from 'react';
import { useMeeting } from '../meeting';
import { keptOnDevice, type Kept } from './kept';

const kept = new Map<string, Kept>();

/** One for each person, so that everything that reads it hears of a change, in whichever tab it is made. */
function keptFor(userId: string): Kept {
  const known = kept.get(userId);
  if (known) return known;
  const own = keptOnDevice(userId, 'device');
  kept.set(userId, own);
  if (typeof window !== 'undefined') {
    window.addEventListener('storage', ({ key }) => {
      const [, who, where, name] = key?.split('/') ?? [];
      if (who === userId && where === 'device' && name) own.forget(name);
    });
  }
  return own;
}

/** How whoever is in the room wants it, in every session; kept on this device. `atFirst` is one object for good. */
export function usePreference<T extends object>(name: string, atFirst: T): [T, (change: Partial<T>) => void] {
  return usePreferenceOf(useMeeting().userId, name, atFirst);
}

/** The same for a person outside the room. */
export function usePreferenceOf<T extends object>(
  userId: string,
  name: string,
  atFirst: T,
): [T, (change: Partial<T>) => void] {
  const own = keptFor(userId);
  const read = () => own.read<T>(name) ?? atFirst;
  const value = useSyncExternalStore(
    (changed) => own.subscribe(changed),
    read,
    () => atFirst,
  );
  return [value, (change) => own.write(name, { ...read(), ...change })];
}

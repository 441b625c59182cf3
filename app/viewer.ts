import { cookies, headers } from 'next/headers';
import { cache } from 'react';
import { timeZoneNamed } from '@/domain/time-zone';
import type { Viewer } from '@/ui/viewer';
import { HOUSE_LOCALE } from '@/ui/time-text';
import { signedIn } from './current-person';

/** The time zone that was chosen on this device, by somebody who isn't signed in; undefined where it follows the device's own clock. */
export const zoneChosenHere = cache(async (): Promise<string | undefined> => {
  const zone = (await cookies()).get('zone')?.value;
  return zone ? timeZoneNamed(zone) : undefined;
});

/** How dates are written for whoever looks, as far as their account or this device has said. */
export const viewerHere = cache(async (): Promise<Viewer> => {
  const device = (await cookies()).get('device-zone')?.value;
  const own = device ? timeZoneNamed(device) : undefined;
  const zone = (await signedIn())?.zone ?? (await zoneChosenHere()) ?? own;
  return { locale: firstLocale((await headers()).get('accept-language')), zone };
});

/** The language that a browser asks for first, where dates can be written in it. */
export function firstLocale(accepted: string | null): string {
  const [first = ''] = (accepted ?? '').split(/[,;]/);
  try {
    return Intl.DateTimeFormat.supportedLocalesOf(first.trim())[0] ?? HOUSE_LOCALE;
  } catch {
    return HOUSE_LOCALE;
  }
}

import { cookies } from 'next/headers';
import { cache } from 'react';

export const THEMES = ['system', 'light', 'dark'] as const;
export type Theme = (typeof THEMES)[number];

/** The theme chosen on this device; `system` follows the device's own. */
export const themeHere = cache(async (): Promise<Theme> => {
  const theme = (await cookies()).get('theme')?.value;
  return theme === 'light' || theme === 'dark' ? theme : 'system';
});

import { cookies } from 'next/headers';

export type Theme = 'system' | 'light' | 'dark';

/** The theme chosen on this device; `system` follows the device's own. */
export async function themeHere(): Promise<Theme> {
  const theme = (await cookies()).get('theme')?.value;
  return theme === 'light' || theme === 'dark' ? theme : 'system';
}

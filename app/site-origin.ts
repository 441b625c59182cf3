import { headers } from 'next/headers';
import { face } from '@/server/face';

/** Where people open this site: as configured, or else as this very request was addressed. */
export async function siteOrigin(): Promise<string> {
  const { config } = face();
  if (config.publicUrlGiven) return config.publicUrl;
  const asked = await headers();
  const host = asked.get('x-forwarded-host') ?? asked.get('host');
  return host ? `${asked.get('x-forwarded-proto') === 'https' ? 'https' : 'http'}://${host}` : config.publicUrl;
}

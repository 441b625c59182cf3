import { cookies } from 'next/headers';

const YEAR_S = 365 * 24 * 60 * 60;

/** Keeps on this device how it shows things; empty forgets it. In a server action only. */
export async function keepHere(name: 'theme' | 'zone', value: string): Promise<void> {
  const jar = await cookies();
  if (value) jar.set(name, value, { maxAge: YEAR_S, sameSite: 'lax', path: '/' });
  else jar.delete(name);
}

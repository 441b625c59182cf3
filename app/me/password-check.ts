import { headers } from 'next/headers';
import { waysInto, type Account } from '@/db/people';
import { addressOf, checkSignIn } from '@/server/auth';

/**
 * What is wrong with the password that somebody signed in has typed to show that it is them; undefined where it is right,
 * or where they have none to type. Guessing is throttled as at the sign-in.
 */
export async function wrongPassword(person: Account, typed = ''): Promise<string | undefined> {
  if (!(await waysInto(person.id))?.hasPassword) return undefined;
  const checked = await checkSignIn({ email: person.email, password: typed }, addressOf(await headers()), person.id);
  return checked.ok ? undefined : checked.message.replace(/^That email and password do/, 'That password does');
}

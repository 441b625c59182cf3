import { accountByEmail, type Account } from '@/db/people';
import { capital, counted, inWords } from '@/domain/number-words';
import { signInFields } from '@/domain/people';
import { networkOf } from './address';
import { inTurn } from './in-turn';
import { verifyPassword } from './passwords';
import { countFailure, forgetFailures, standingOf } from './throttle';

export type SignInCheck = { ok: true; account: Account } | { ok: false; message: string };

/**
 * Checks an email and a password. A failure is counted by account and by address, a success isn't; an unknown email
 * and a wrong password get the same sentence after the same time. `signedInHere` is the account that signed in on this device
 * before: its failures are counted apart, so that strangers who guess from elsewhere don't keep its owner out.
 */
export async function checkSignIn(
  typed: { email: unknown; password: unknown },
  from: string,
  signedInHere?: string,
): Promise<SignInCheck> {
  const parsed = signInFields.safeParse(typed);
  if (!parsed.success) return { ok: false, message: 'Write your email and your password.' };
  const { email, password } = parsed.data;
  if (email === '' || password === '') return { ok: false, message: 'Write your email and your password.' };
  const address = networkOf(from);
  return inTurn(`address ${address}`, () =>
    inTurn(`account ${email}`, async () => {
      const found = await accountByEmail(email);
      const attempt = { email, address, known: found !== undefined && found.id === signedInHere };
      const { waitMs, left } = await standingOf(attempt);
      if (waitMs > 0) return { ok: false, message: restSentence(waitMs) };
      if (!(await verifyPassword(found?.passwordHash, password)) || !found) {
        await countFailure(attempt);
        return { ok: false, message: failureSentence(left - 1) };
      }
      await forgetFailures(attempt);
      const { passwordHash: _, ...account } = found;
      return { ok: true, account };
    }),
  );
}

function failureSentence(left: number): string {
  const rest =
    left > 0
      ? `${capital(counted(left, 'try', 'tries'))} left, then a ten-minute rest.`
      : 'Now take a ten-minute rest.';
  return `That email and password do not match. ${rest}`;
}

function restSentence(waitMs: number): string {
  const minutes = Math.max(1, Math.ceil(waitMs / 60_000));
  return `Too many tries. Rest for ${minutes === 1 ? 'a minute' : `${inWords(minutes)} minutes`}, then try again, or set a new password.`;
}

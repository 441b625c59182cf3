'use server';

import { headers } from 'next/headers';
import { after } from 'next/server';
import { z } from 'zod';
import { errorsOf, kept, typedIn, type FormState } from '@/app/form-state';
import { mailResetLink } from '@/db/password-links';
import { email } from '@/domain/people';
import { addressOf, mayMailFrom, mayMailTo } from '@/server/auth';
import { face } from '@/server/face';

const fields = z.object({ email });

/**
 * Mails a link to a new password where the address has an account. Whether it has one is looked up once the answer is
 * on its way: neither its words nor how long it took tell.
 */
export async function askForLink(_: FormState<string>, form: FormData): Promise<FormState<string>> {
  const typed = typedIn(form);
  const values = kept(typed);
  const parsed = fields.safeParse(typed);
  if (!parsed.success) return { values, errors: errorsOf(parsed.error) };
  const to = parsed.data.email;
  if (!(await mayMailFrom(addressOf(await headers())))) {
    return { values, message: 'That was often. Wait ten minutes, then ask again.' };
  }
  if (!(await mayMailTo(to))) {
    return { values, message: 'A link was asked for often just now. Look for the mail, or ask again in an hour.' };
  }
  const { log, mail } = face();
  after(() =>
    mailResetLink(to).then(mail.look, (error: unknown) => {
      log.error({ err: error instanceof Error ? error.cause : undefined }, 'a link to a new password was not written');
    }),
  );
  return { done: to };
}

import { z } from 'zod';
import { capital, counted, inWords } from './number-words';

const SHORTEST_PASSWORD = 12;
const LONGEST_PASSWORD = 200;

/** Nothing that a database can't be asked for. */
const STORABLE = /^[^\p{Cc}\p{Surrogate}]*$/u;

/** The one form in which an email is kept, looked up and counted: letter case and spaces make no other account. */
export function canonicalEmail(typed: string): string {
  return typed.normalize('NFKC').trim().toLowerCase();
}

/**
 * What isn't seen in a name: marks of format, those that turn the direction of writing around among them, and letters
 * that are blank. The two joiners stay: some scripts are spelled with them.
 */
const UNSEEN = /(?![\u200c\u200d])\p{Cf}|[\u115f\u1160\u17b4\u17b5\u2800\u3164\uffa0]/gu;

/** A person's name, as others see it: nothing in it is hidden, and something can be seen. */
export const personName = z
  .string('Write your name.')
  .refine((name) => !/[\p{Cc}\p{Surrogate}]/u.test(name), "This name holds a character that can't be kept.")
  .transform((name) =>
    name
      .replace(UNSEEN, '')
      .replace(/[\s\p{Zl}\p{Zp}]+/gu, ' ')
      .trim(),
  )
  .pipe(
    z
      .string()
      .max(100, 'At most 100 characters.')
      .refine((name) => /[\p{L}\p{N}\p{P}\p{S}]/u.test(name), 'Write your name.'),
  );

/** What a person writes on their badge, or null where it is to be made of their name. */
export const badgeInitials = z
  .string()
  .transform((typed) => typed.normalize('NFC').trim())
  .refine((typed) => /^(?:[\p{L}\p{N}]\p{M}*){0,3}$/u.test(typed), 'At most three letters, or nothing.')
  .transform((typed) => typed || null);

/** An email, in its canonical form. */
export const email = z
  .string('Write your email.')
  .transform(canonicalEmail)
  .pipe(
    z
      .string()
      .min(1, 'Write your email.')
      .max(254, 'At most 254 characters.')
      .refine((value) => z.email().safeParse(value).success, 'Write an email, such as ruth@edgework.example.'),
  );

/** A password that somebody chooses; counted in characters as people see them. */
export const newPassword = z.string('Choose a password.').superRefine((password, context) => {
  const length = [...password].length;
  if (length === 0) {
    context.addIssue({ code: 'custom', message: 'Choose a password of twelve characters or more.' });
  } else if (length < SHORTEST_PASSWORD) {
    const missing = SHORTEST_PASSWORD - length;
    const message = `${capital(counted(length, 'character'))} so far. ${capital(inWords(missing))} more, please.`;
    context.addIssue({ code: 'custom', message });
  } else if (length > LONGEST_PASSWORD) {
    context.addIssue({ code: 'custom', message: `At most ${LONGEST_PASSWORD} characters.` });
  }
});

/** What a new account needs. */
export const newAccount = z.object({ name: personName, email, password: newPassword });
export type NewAccount = z.infer<typeof newAccount>;

/** What signing in needs; anything that can't be an account is told like a wrong one. */
export const signInFields = z.object({
  email: z.string().max(1000).regex(STORABLE).transform(canonicalEmail),
  password: z.string().max(1000),
});

/** Whether a text from outside can be one of our ids at all. */
export function isId(text: string): boolean {
  return z.uuid().safeParse(text).success;
}

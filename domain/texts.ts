import { z } from 'zod';

/** NUL and lone surrogates, which jsonb can't hold. */
const UNSTORABLE = /\0|\p{Surrogate}/u;

const text = (max: number) =>
  z
    .string({ error: ({ input }) => (input === undefined ? 'This is missing.' : 'This must be text.') })
    .trim()
    .max(max, `At most ${max.toLocaleString('en')} characters.`)
    .refine((value) => !UNSTORABLE.test(value), "This text holds a character that can't be kept.");

/** Words that must be there, trimmed; spaces and marks that nobody can see are none. */
export const words = (max: number) =>
  text(max)
    .min(1, 'Write something first.')
    .refine((value) => /[^\p{Z}\p{Cc}\p{Cf}]/u.test(value), 'Write something first.');

/** A text that may be missing; an empty one is the same as none. */
export const optionalText = (max: number) =>
  text(max)
    .transform((value) => (value === '' ? undefined : value))
    .optional();

/** A text that a change may clear, by `null` or by an empty one; `undefined` leaves it alone. */
export const changedText = (max: number) =>
  text(max)
    .transform((value) => (value === '' ? null : value))
    .nullable()
    .optional();

import { z } from 'zod';
import { LONGEST_NOTE, type NoteSubject } from './notes';

export const noteSubject = z.union([
  z.object({ session: z.uuid() }).strict(),
  z.object({ scenario: z.uuid() }).strict(),
]) satisfies z.ZodType<NoteSubject>;

/** A note's text as it is kept: whatever was typed, but for what a database can't hold. */
export const noteBody = z
  .string()
  .max(LONGEST_NOTE, `At most ${LONGEST_NOTE.toLocaleString('en-GB')} characters.`)
  .transform((body) => body.replace(/[\p{Surrogate}\0]/gu, ''));

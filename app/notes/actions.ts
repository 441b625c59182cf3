'use server';

import { currentPerson } from '@/app/current-person';
import { keepNote, noteOn } from '@/db/notes';
import { noteBody, noteSubject } from '@/domain/note-input';
import type { Note, NoteAnswer, NoteSubject } from '@/domain/notes';

/** The signed-in person's own note; undefined where there is nothing of theirs to note about. */
export async function readNote(subject: NoteSubject): Promise<Note | undefined> {
  const person = await currentPerson();
  const asked = noteSubject.safeParse(subject);
  return asked.success ? noteOn(person.id, asked.data) : undefined;
}

/** Keeps the signed-in person's note, written over version `base`; undefined where they are no longer in its lab. */
export async function writeNote(subject: NoteSubject, body: string, base: number): Promise<NoteAnswer | undefined> {
  const person = await currentPerson();
  const [asked, written] = [noteSubject.safeParse(subject), noteBody.safeParse(body)];
  if (!asked.success || !Number.isSafeInteger(base) || base < 0) return undefined;
  if (!written.success) return 'too_long';
  return keepNote(person.id, asked.data, { body: written.data, base });
}

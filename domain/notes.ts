/** The longest note, in UTF-16 code units: a long session's worth of writing. */
export const LONGEST_NOTE = 20_000;

/** What a personal note is about: one session, or one deal through all of its sessions. */
export type NoteSubject = { session: string } | { scenario: string };

/** A personal note as its writer has it. `version` is 0 while nothing was written. */
export interface Note {
  body: string;
  version: number;
}

/** What became of a note that was to be kept: `changed` says that it was written elsewhere meanwhile, and how it stands. */
export type KeptNote = { kept: number } | { changed: Note };

/** The same, of words that may be too long to be one. */
export type NoteAnswer = KeptNote | 'too_long';

/** Two versions of a note as one, where neither is to be lost: what is kept already stands first. */
export function bothNotes(kept: string, written: string): string {
  if (written.startsWith(kept)) return written;
  if (kept.includes(written)) return kept;
  return `${kept.trimEnd()}\n\n${written}`;
}

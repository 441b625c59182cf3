import type { Kept } from '@/app/deal/keeper';
import type { NoteState } from './note-keeper';

const WORDS: Record<Kept, string> = {
  none: 'Only you ever read this. Kept as you write.',
  keeping: 'Keeping it.',
  kept: 'Kept. Only you ever read this.',
  local: 'Kept on this device; the lab can’t be reached just now.',
};

/** What has become of what was written so far. */
export function keptText({ kept, left, tooLong, elsewhere }: NoteState): string {
  if (elsewhere) return 'Not kept yet: it was written elsewhere too.';
  if (left) return 'Kept on this device alone; you are no longer in this lab.';
  if (tooLong) return 'Kept on this device alone: it is too long for a note, shorten it.';
  return WORDS[kept];
}

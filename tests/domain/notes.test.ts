import { describe, expect, it } from 'vitest';
import { noteBody, noteSubject } from '@/domain/note-input';
import { bothNotes, LONGEST_NOTE } from '@/domain/notes';

describe('two versions of a note', () => {
  it('are both kept, what was there first first', () => {
    expect(bothNotes('Ask about the budget.\n', 'Call on Monday.')).toBe('Ask about the budget.\n\nCall on Monday.');
  });

  it('are one where one holds the other', () => {
    expect(bothNotes('Ask', 'Ask about the budget.')).toBe('Ask about the budget.');
    expect(bothNotes('First. Ask.', 'Ask.')).toBe('First. Ask.');
    expect(bothNotes('', 'Ask.')).toBe('Ask.');
  });
});

describe('a note', () => {
  it('keeps its spaces and lines, and only what a database can hold', () => {
    expect(noteBody.parse('  a\n\n b \0\ud800')).toBe('  a\n\n b ');
    expect(noteBody.safeParse('a'.repeat(LONGEST_NOTE + 1)).success).toBe(false);
  });

  it('is about one thing', () => {
    const id = '0198c0de-0000-7000-8000-000000000000';
    expect(noteSubject.safeParse({ session: id }).success).toBe(true);
    expect(noteSubject.safeParse({ session: id, scenario: id }).success).toBe(false);
    expect(noteSubject.safeParse({ session: 'x' }).success).toBe(false);
  });
});

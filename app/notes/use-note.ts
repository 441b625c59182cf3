'use client';

import { useEffect, useState, useSyncExternalStore } from 'react';
import type { Note, NoteSubject } from '@/domain/notes';
import { readNote, writeNote } from './actions';
import { NoteKeeper } from './note-keeper';

/** One's own note on something, for as long as it is on the screen. Newer words of another tab arrive on the way back to this one. */
export function useNote(viewerId: string, subject: NoteSubject, initial: Note) {
  const [keeper] = useState(
    () =>
      new NoteKeeper({
        key: `note:${viewerId}:${keyOf(subject)}`,
        initial,
        send: (body, base) => writeNote(subject, body, base),
        storage: typeof window === 'undefined' ? undefined : window.localStorage,
      }),
  );
  useEffect(() => {
    const back = () => void (keeper.state().kept === 'local' && keeper.keep());
    const seen = async () => {
      if (document.visibilityState === 'hidden') return keeper.waits() ? void (await keeper.keep()) : undefined;
      const note = await readNote(subject).catch(() => undefined);
      if (note) keeper.refresh(note);
    };
    const turned = () => void seen();
    addEventListener('online', back);
    document.addEventListener('visibilitychange', turned);
    return () => {
      removeEventListener('online', back);
      document.removeEventListener('visibilitychange', turned);
      if (keeper.waits()) void keeper.keep();
    };
  }, [keeper, subject]);
  const state = useSyncExternalStore(keeper.subscribe, keeper.state, keeper.state);
  return { ...state, write: keeper.write, keepBoth: keeper.keepBoth, takeOther: keeper.takeOther };
}

/** What tells one subject from another. */
export function keyOf(subject: NoteSubject): string {
  return 'session' in subject ? `session:${subject.session}` : `scenario:${subject.scenario}`;
}

'use client';

import { ChevronDown, ChevronUp, NotebookPen } from 'lucide-react';
import { Icon } from '@/ui/icon';
import { lazyPart } from '@/ui/later';
import { usePreference } from '../connection/use-preference';
import { useMeeting } from '../meeting';

const NotesSheet = lazyPart(() => import('./notes-sheet').then((module) => module.NotesSheet));
const CLOSED = { open: false };
const SHEET = 'my-notes';

/** One's own notes, folded away beside what the room says. A guest has none: there is no page where they would find them. */
export function MyNotes({ className = '' }: { className?: string }) {
  const { guest } = useMeeting();
  const [{ open }, set] = usePreference('my-notes', CLOSED);
  if (guest) return null;
  return (
    <section className={`my-notes ${className}`} aria-label="My notes">
      <button
        type="button"
        className="fold"
        aria-expanded={open}
        aria-controls={SHEET}
        onClick={() => set({ open: !open })}
        onPointerEnter={() => void NotesSheet.fetch()}
      >
        <Icon as={NotebookPen} />
        <span className="grow">My notes</span>
        <span className="meta">only yours</span>
        <Icon as={open ? ChevronDown : ChevronUp} />
      </button>
      <div id={SHEET} hidden={!open}>
        {open && <NotesSheet />}
      </div>
    </section>
  );
}

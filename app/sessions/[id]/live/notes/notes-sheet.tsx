'use client';

import { useEffect, useMemo, useState } from 'react';
import { readNote } from '@/app/notes/actions';
import { NotePad } from '@/app/notes/note-pad';
import { keyOf } from '@/app/notes/use-note';
import type { Note, NoteSubject } from '@/domain/notes';
import { Choices } from '@/ui/choices';
import { useRoom } from '../connection/use-room';
import { useMeeting } from '../meeting';
import { turnOf } from '../select';

const NOTHING_YET: Note = { body: '', version: 0 };

type About = 'session' | 'deal';

/** A note on the session, and while a deal is on the hot seat one on that. */
export function NotesSheet() {
  const { sessionId, userId } = useMeeting();
  const scenarioId = useRoom((view) => turnOf(view)?.scenarioId);
  const [about, setAbout] = useState<About>('session');
  const deal = scenarioId !== undefined && about === 'deal';
  const subject = useMemo<NoteSubject>(
    () => (deal ? { scenario: scenarioId } : { session: sessionId }),
    [deal, scenarioId, sessionId],
  );
  return (
    <div className="sheet">
      {scenarioId !== undefined && (
        <Choices<About>
          legend="What the note is about"
          hideLegend
          value={about}
          onChange={setAbout}
          options={[
            { value: 'session', label: 'This session' },
            { value: 'deal', label: 'This deal' },
          ]}
        />
      )}
      <Opened
        key={keyOf(subject)}
        viewerId={userId}
        subject={subject}
        label={deal ? 'About this deal' : 'About this session'}
      />
    </div>
  );
}

/** The pad, once the lab has said how the note stands. Where it can't be reached one writes all the same. */
function Opened(pad: { viewerId: string; subject: NoteSubject; label: string }) {
  const { subject } = pad;
  const [initial, setInitial] = useState<Note>();
  useEffect(() => {
    let here = true;
    void readNote(subject)
      .catch(() => undefined)
      .then((note) => here && setInitial(note ?? NOTHING_YET));
    return () => void (here = false);
  }, [subject]);
  if (!initial) return <p className="meta">Fetching your note.</p>;
  return <NotePad {...pad} initial={initial} />;
}

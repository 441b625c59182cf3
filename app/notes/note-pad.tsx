'use client';

import { useState } from 'react';
import { WrittenElsewhere } from '@/app/written-elsewhere';
import { LONGEST_NOTE, type Note, type NoteSubject } from '@/domain/notes';
import { Button } from '@/ui/button';
import { Field } from '@/ui/field';
import { Textarea } from '@/ui/textarea';
import { useHydrated } from '@/ui/use-hydrated';
import { keptText } from './kept-text';
import { keyOf, useNote } from './use-note';

interface NotePadProps {
  viewerId: string;
  subject: NoteSubject;
  /** As the lab had it when this was drawn. */
  initial: Note;
  label: string;
  rows?: number;
}

/**
 * Where one notes something for oneself. What this device kept takes its place once the device is known; until then
 * nothing can be typed that would be lost.
 */
export function NotePad(props: NotePadProps) {
  const here = useHydrated();
  return <Pad key={`${here} ${keyOf(props.subject)}`} awake={here} {...props} />;
}

function Pad({ awake, viewerId, subject, initial, label, rows = 3 }: NotePadProps & { awake: boolean }) {
  const [about] = useState(subject);
  const note = useNote(viewerId, about, initial);
  const { body, elsewhere } = note;
  return (
    <div>
      <Field label={label}>
        {(control) => (
          <Textarea
            {...control}
            rows={rows}
            maxLength={LONGEST_NOTE}
            readOnly={!awake}
            value={body}
            onChange={(event) => note.write(event.target.value)}
          />
        )}
      </Field>
      <p className="meta mt-2" role="status">
        {keptText(note)}
      </p>
      {elsewhere && (
        <WrittenElsewhere
          there={elsewhere.body || 'Nothing: it was emptied there.'}
          choices={
            <>
              <Button size="sm" variant="ink" onClick={note.keepBoth}>
                Keep both
              </Button>
              <Button size="sm" onClick={note.takeOther}>
                Take that one
              </Button>
            </>
          }
        >
          You wrote this note in another tab or on another device too. There it says:
        </WrittenElsewhere>
      )}
    </div>
  );
}

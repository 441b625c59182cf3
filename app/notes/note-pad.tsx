'use client';

import { useState } from 'react';
import type { Kept } from '@/app/deal/keeper';
import { WrittenElsewhere } from '@/app/written-elsewhere';
import { LONGEST_NOTE, type Note, type NoteSubject } from '@/domain/notes';
import { Button } from '@/ui/button';
import { Field } from '@/ui/field';
import { Textarea } from '@/ui/textarea';
import { useHydrated } from '@/ui/use-hydrated';
import { keyOf, useNote } from './use-note';

interface NotePadProps {
  viewerId: string;
  subject: NoteSubject;
  /** As the lab had it when this was drawn. */
  initial: Note;
  label: string;
  rows?: number;
}

const WORDS: Record<Kept, string> = {
  none: 'Only you ever read this. Kept as you write.',
  keeping: 'Keeping it.',
  kept: 'Kept. Only you ever read this.',
  local: 'Kept on this device; the lab can’t be reached just now.',
};

/** Where one notes something for oneself. What this device kept takes its place once the device is known. */
export function NotePad(props: NotePadProps) {
  const here = useHydrated();
  return <Pad key={`${here} ${keyOf(props.subject)}`} {...props} />;
}

function Pad({ viewerId, subject, initial, label, rows = 3 }: NotePadProps) {
  const [about] = useState(subject);
  const note = useNote(viewerId, about, initial);
  const { body, kept, elsewhere } = note;
  return (
    <div>
      <Field label={label}>
        {(control) => (
          <Textarea
            {...control}
            rows={rows}
            maxLength={LONGEST_NOTE}
            value={body}
            onChange={(event) => note.write(event.target.value)}
          />
        )}
      </Field>
      <p className="meta mt-2" role="status">
        {elsewhere ? 'Not kept yet: it was written elsewhere too.' : WORDS[kept]}
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

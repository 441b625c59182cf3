'use client';

import { useId, type FormEvent, type KeyboardEvent } from 'react';
import { SendHorizontal } from 'lucide-react';
import type { HostNote } from '@/domain/session/state';
import { LIMITS } from '@/domain/vocabulary';
import { Button } from '@/ui/button';
import { Icon } from '@/ui/icon';
import { Textarea } from '@/ui/textarea';
import { LiveVoice } from '@/ui/live-voice';
import { HostsOnly } from '@/ui/words';
import { byKey } from '../bar/shortcut-table';
import { useDraft } from '../connection/drafts';
import { useRoom } from '../connection/use-room';
import { may, meOf } from '../select';
import { useDoing, useHeld, useName, useSend, useSession } from '../use-session';
import { sends } from '../writing';

/** What hosts say to each other; nobody else ever reads it. */
export function BackChannel() {
  const notes = useSession((state) => state.notes);
  const mayWrite = useRoom((view) => may(view, 'host.note'));
  return (
    <details className="only-note" open={notes.length > 0}>
      <summary>
        <HostsOnly>Back channel</HostsOnly>
        {notes.length > 0 && <span className="meta num ml-2">{notes.length}</span>}
      </summary>
      {notes.length > 0 && (
        // It stands at the latest.
        <div
          className="flex max-h-[96px] flex-col-reverse overflow-y-auto"
          tabIndex={0}
          role="group"
          aria-label="The notes, to scroll"
        >
          <ol aria-label="Notes between hosts">
            {notes.map((note) => (
              <Note key={note.seq} note={note} />
            ))}
          </ol>
        </div>
      )}
      {mayWrite && <Write />}
    </details>
  );
}

function Note({ note }: { note: HostNote }) {
  const name = useName(note.by);
  const me = useRoom(meOf);
  return (
    <li className="py-1">
      <span className="meta small">{note.by === me ? 'You' : name}</span>
      <LiveVoice className="text-3 leading-[1.35]">{note.body}</LiveVoice>
    </li>
  );
}

function Write() {
  const id = useId();
  const [body, write, clear] = useDraft('host-note', '');
  const send = useSend();
  const held = useHeld();
  const pending = useDoing('host.note');
  const post = async (event: FormEvent | KeyboardEvent) => {
    event.preventDefault();
    if (held || pending || body.trim() === '') return;
    if (!(await send('host.note', { body }))) clear();
  };
  return (
    <form className="row end mt-2 gap-2" onSubmit={(event) => void post(event)}>
      <label htmlFor={id} className="sr">
        A note to the hosts
      </label>
      <Textarea
        id={id}
        {...byKey('note')}
        className="grow text-3"
        placeholder="To the hosts alone"
        maxLength={LIMITS.body}
        readOnly={pending}
        value={body}
        onChange={(event) => write(event.target.value)}
        onKeyDown={(event) => {
          if (sends(event)) void post(event);
        }}
      />
      <Button type="submit" square aria-label="Send the note" reason={held} pending={pending}>
        <Icon as={SendHorizontal} />
      </Button>
    </form>
  );
}

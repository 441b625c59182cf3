'use client';

import { Voice } from '@/ui/voice';
import { HostsOnly } from '@/ui/words';
import { useRoom } from '../live/connection/use-room';
import { useNames } from './use-names';

const SHOWN = 5;

/** The last of what the hosts had said among themselves; only hosts have any of it. */
export function BackChannelThen() {
  const notes = useRoom((view) => view.state?.notes);
  const names = useNames();
  if (!notes || notes.length === 0) return null;
  return (
    <div className="only-note">
      <HostsOnly>Hosts only: the back channel</HostsOnly>
      {notes.slice(-SHOWN).map((note) => (
        <div key={note.seq} className="mt-1">
          <span className="meta">{names(note.by)}</span>
          <Voice className="text-3">{note.body}</Voice>
        </div>
      ))}
    </div>
  );
}

'use client';

import { useState } from 'react';
import { Button } from '@/ui/button';
import { ConfirmDialog, Dialog } from '@/ui/dialog';
import { Who, type Standing } from '@/ui/who';
import { useRoom } from '../connection/use-room';
import { may, meOf } from '../select';
import { useHeld, useSend } from '../use-session';
import type { Present } from './presence';

const WORDS: Record<Standing, string> = {
  host: 'Host',
  seat: 'On the hot seat',
  rep: 'Rep',
  watch: 'Listening in',
  guest: 'Guest, listening in',
};

const REMOVED: Partial<Record<Standing, string>> = {
  seat: 'Their turn ends, and they can’t come back into this session.',
  guest:
    'They leave at once. Whoever has their link can still come in by it under another name: end the link on the page of members to shut it.',
};

interface PeopleDialogProps {
  people: readonly Present[];
  onOpenChange: (open: boolean) => void;
}

/** Everyone who is here, with where they stand; for hosts, to hand over or to remove. */
export function PeopleDialog({ people, onOpenChange }: PeopleDialogProps) {
  const me = useRoom(meOf);
  return (
    <Dialog title="In the room" open onOpenChange={onOpenChange}>
      <ul className="list mt-4">
        {people.map((person) => (
          <li key={person.id} className="row wrap py-2">
            <Who name={person.name} badge={person.initials} standing={person.standing} silent />
            <div className="grow">
              <div className="b">{person.id === me ? `${person.name} (you)` : person.name}</div>
              <div className="meta">{WORDS[person.standing]}</div>
            </div>
            {person.id !== me && <HostActions person={person} />}
          </li>
        ))}
      </ul>
    </Dialog>
  );
}

type Asked = 'hand' | 'remove' | null;

function HostActions({ person }: { person: Present }) {
  const [asked, setAsked] = useState<Asked>(null);
  const send = useSend();
  const held = useHeld();
  const isRep = person.standing === 'rep' || person.standing === 'seat';
  const mayHand = useRoom((view) => may(view, 'host.hand_over')) && isRep;
  const mayRemove = useRoom((view) => may(view, 'participant.remove')) && person.standing !== 'host';
  if (!mayHand && !mayRemove) return null;
  const close = () => setAsked(null);
  return (
    <>
      {mayHand && (
        <Button size="sm" variant="plain" reason={held} onClick={() => setAsked('hand')}>
          Hand over
        </Button>
      )}
      {mayRemove && (
        <Button size="sm" variant="plain" reason={held} onClick={() => setAsked('remove')}>
          Remove
        </Button>
      )}
      <ConfirmDialog
        open={asked === 'hand'}
        onOpenChange={close}
        title={`Hand the session to ${person.name}?`}
        detail="They host this session with you, and read what hosts read. It can’t be taken back."
        confirm="Hand over"
        onConfirm={() => void send('host.hand_over', { userId: person.id })}
      />
      <ConfirmDialog
        open={asked === 'remove'}
        onOpenChange={close}
        title={`Remove ${person.name} from this session?`}
        detail={REMOVED[person.standing] ?? 'They leave at once, and can’t come back into this session.'}
        confirm="Remove"
        onConfirm={() => void send('participant.remove', { userId: person.id })}
      />
    </>
  );
}

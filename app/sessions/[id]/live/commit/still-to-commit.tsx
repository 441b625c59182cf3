'use client';

import { useState } from 'react';
import { Armchair, Check } from 'lucide-react';
import type { TurnSummary } from '@/domain/session/state';
import { Button } from '@/ui/button';
import { Icon } from '@/ui/icon';
import type { RoomView } from '../connection/room-view';
import { useRoom } from '../connection/use-room';
import { may, meOf, sessionOf, uncommittedIn } from '../select';
import { useBuilt, useSession } from '../use-session';
import { CommitmentFields } from './fields';
import { useCommitment } from './use-commitment';
import { Uses } from './uses';
import { useTurnWords } from './use-turn-words';

function mine(view: RoomView): TurnSummary[] {
  const me = meOf(view);
  return uncommittedIn(sessionOf(view)).filter(({ repId }) => repId === me);
}

function inputs(view: RoomView): readonly unknown[] {
  return [view.state?.turns, view.state?.queue, view.you?.id];
}

/** Reminds whoever's turn ended without a commitment, and takes it, until the session has ended. */
export function StillToCommit() {
  const turns = useBuilt(inputs, mine);
  const mayCommit = useRoom((view) => may(view, 'commitment.make'));
  if (!mayCommit) return null;
  return turns.map((turn) => <Reminder key={turn.id} turn={turn} />);
}

function Reminder({ turn }: { turn: TurnSummary }) {
  const [open, setOpen] = useState(false);
  const title = useSession((state) => state.scenarios[turn.scenarioId]?.title) ?? 'your deal';
  return (
    <section className="mb-6 border-l-4 border-ember bg-ember-wash p-4" aria-label="Still to commit">
      <div className="row wrap between">
        <p className="row gap-[10px]">
          <Icon as={Armchair} className="text-ember" />
          <span>Your turn ended without a commitment: {title}. You can still make it.</span>
        </p>
        <Button size="sm" aria-expanded={open} onClick={() => setOpen(!open)}>
          {open ? 'Later' : 'Commit'}
        </Button>
      </div>
      {open && <Form turn={turn} />}
    </section>
  );
}

function Form({ turn }: { turn: TurnSummary }) {
  const commitment = useCommitment(turn);
  const words = useTurnWords(turn.id);
  const { draft, toggleUse, lacks, word, commit } = commitment;
  return (
    <div className="mt-4 bg-paper p-4">
      <CommitmentFields commitment={commitment} onCommit={commit} />
      <div className="mt-6">
        <Uses words={words} uses={draft.uses} onToggle={toggleUse} />
      </div>
      <div className="row wrap mt-4">
        <Button variant="ink" reason={lacks} pending={word?.stands === 'waiting'} onClick={commit}>
          Commit
        </Button>
        <CommitState lacks={lacks} waiting={word?.stands === 'waiting'} />
      </div>
    </div>
  );
}

/** Beside the button: that the draft is kept and what it still lacks, or that it waits to be sent. */
export function CommitState({ waiting, lacks }: { waiting: boolean; lacks: string | undefined }) {
  return (
    <span className="meta row gap-2" role="status">
      <Icon as={Check} />
      {waiting ? 'Kept; it goes out when the room is there.' : `Draft kept as you type. ${lacks ?? ''}`}
    </span>
  );
}

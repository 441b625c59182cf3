'use client';

import { useState } from 'react';
import { Armchair, Check, TriangleAlert } from 'lucide-react';
import { wasPutOff } from '@/domain/session/fold-queue';
import type { TurnSummary } from '@/domain/session/state';
import { Button } from '@/ui/button';
import { Icon } from '@/ui/icon';
import { useWaits } from '../bar/use-after';
import type { RoomView } from '../connection/room-view';
import { useRoom } from '../connection/use-room';
import { may, meOf, sessionOf } from '../select';
import { useBuilt, useSession } from '../use-session';
import { CommitmentFields } from './fields';
import { useCommitment } from './use-commitment';
import { Uses } from './uses';
import { useTurnWords } from './use-turn-words';

function mine(view: RoomView): TurnSummary[] {
  const me = meOf(view);
  const state = sessionOf(view);
  return state.turns.filter((turn) => turn.repId === me && !wasPutOff(state, turn));
}

function inputs(view: RoomView): readonly unknown[] {
  return [view.state?.turns, view.state?.scenarios, view.you?.id];
}

/** Reminds whoever's turn ended without a commitment, and takes it, or a change of it, until the session has ended. */
export function StillToCommit() {
  const turns = useBuilt(inputs, mine);
  const mayCommit = useRoom((view) => may(view, 'commitment.make'));
  if (!mayCommit) return null;
  return turns.map((turn) => <OwnTurn key={turn.id} turn={turn} />);
}

function OwnTurn({ turn }: { turn: TurnSummary }) {
  const commitment = useCommitment(turn);
  const title = useSession((state) => state.scenarios[turn.scenarioId]?.title) ?? 'your deal';
  if (commitment.stands) return <Made title={title} onChange={commitment.change} />;
  return <Reminder turn={turn} title={title} commitment={commitment} />;
}

/** What was decided can be changed. */
function Made({ title, onChange }: { title: string; onChange: () => void }) {
  return (
    <section className="row wrap between mb-6 border-l-4 border-rule-strong p-4" aria-label="Your commitment">
      <p className="min-w-0">The room has your commitment: {title}. You can change it until the session has ended.</p>
      <Button size="sm" onClick={onChange}>
        Change it
      </Button>
    </section>
  );
}

interface ReminderProps {
  turn: TurnSummary;
  title: string;
  commitment: ReturnType<typeof useCommitment>;
}

function Reminder({ turn, title, commitment }: ReminderProps) {
  const [wanted, setOpen] = useState(commitment.begun || commitment.word !== undefined);
  const changes = turn.commitment !== undefined;
  const open = changes || wanted;
  return (
    <section className="mb-6 border-l-4 border-ember bg-ember-wash p-4" aria-label="Still to commit">
      <div className="row wrap between">
        <p className="row min-w-0 gap-[10px]">
          <Icon as={Armchair} className="text-ember" />
          <span className="min-w-0">
            {changes
              ? `You are changing your commitment: ${title}.`
              : `Your turn ended without a commitment: ${title}. You can still make it.`}
          </span>
        </p>
        {!changes && (
          <Button size="sm" aria-expanded={open} onClick={() => setOpen(!open)}>
            {open ? 'Later' : 'Commit'}
          </Button>
        )}
      </div>
      {open && <Form turn={turn} commitment={commitment} />}
    </section>
  );
}

function Form({ turn, commitment }: Omit<ReminderProps, 'title'>) {
  const words = useTurnWords(turn.id);
  const { lacks, waiting, leave, commit } = commitment;
  return (
    <div className="mt-4 bg-paper p-4">
      <CommitmentFields commitment={commitment} />
      <div className="mt-6">
        <Uses words={words} commitment={commitment} />
      </div>
      <div className="row wrap mt-4">
        <Button variant="ink" reason={lacks} pending={waiting} onClick={commit}>
          Commit
        </Button>
        {leave && (
          <Button variant="plain" onClick={leave}>
            Leave it as it was
          </Button>
        )}
        <CommitState commitment={commitment} />
      </div>
    </div>
  );
}

/** Beside the button: why it was not taken, that the draft is kept and what it still lacks, or that it waits to be sent. */
export function CommitState({ commitment }: { commitment: ReturnType<typeof useCommitment> }) {
  const { waiting, lacks, refused } = commitment;
  const waits = useWaits(waiting);
  const line = waiting
    ? waits && 'Kept; it goes out when the room is there.'
    : refused
      ? `Not sent. ${refused.message} What you wrote is kept.`
      : `Draft kept as you type. ${lacks ?? ''}`;
  return (
    <span className="meta row gap-2" role="status">
      {line && <Icon as={refused ? TriangleAlert : Check} />}
      {line}
    </span>
  );
}

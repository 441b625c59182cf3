'use client';

import { useState } from 'react';
import { wasPutOff } from '@/domain/session/fold-queue';
import type { TurnSummary } from '@/domain/session/state';
import { lazyPart } from '@/ui/later';
import { DecisionTag } from '@/ui/outcomes';
import type { RoomView } from '../connection/room-view';
import { sessionOf } from '../select';
import { useBuilt, useName, useSession } from '../use-session';

const EndedTurnDialog = lazyPart(() =>
  import('../ended-turn/ended-turn-dialog').then((module) => module.EndedTurnDialog),
);

function inputs(view: RoomView): readonly unknown[] {
  return [view.state?.turns, view.state?.scenarios];
}

/** One that was put off before anything was written waits in the queue, and that is all. */
function seated(view: RoomView): TurnSummary[] {
  const state = sessionOf(view);
  return state.turns.filter((turn) => turn.contributions + turn.late > 0 || !wasPutOff(state, turn));
}

/** Who sat earlier in this session, and what they decided; each opens whole. */
export function Seated() {
  const turns = useBuilt(inputs, seated);
  if (turns.length === 0) return null;
  return (
    <section className="mt-4 border-t border-rule pt-3" aria-labelledby="seated">
      <h2 className="label tracking-normal" id="seated">
        Seated earlier
      </h2>
      <ul>
        {turns.map((turn) => (
          <SeatedOne key={turn.id} turn={turn} />
        ))}
      </ul>
    </section>
  );
}

function SeatedOne({ turn }: { turn: TurnSummary }) {
  const [open, setOpen] = useState(false);
  const name = useName(turn.repId);
  const waits = useSession((state) => wasPutOff(state, turn));
  const title = useSession((state) => state.scenarios[turn.scenarioId]?.title);
  return (
    <li className="row between gap-2">
      <button
        type="button"
        className="meta min-h-hit text-left underline decoration-rule-strong underline-offset-4"
        aria-label={`${name}’s turn: ${title ?? 'a deal'}`}
        onClick={() => setOpen(true)}
      >
        {name}
      </button>
      {turn.commitment ? (
        <DecisionTag decision={turn.commitment.decision} className="small" />
      ) : (
        <span className="meta small">{waits ? 'put off' : 'not committed'}</span>
      )}
      {open && <EndedTurnDialog turn={turn} onClose={() => setOpen(false)} />}
    </li>
  );
}

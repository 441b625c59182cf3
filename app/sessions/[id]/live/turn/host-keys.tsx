'use client';

import { useState } from 'react';
import { useRoom } from '../connection/use-room';
import { isHost, turnOf } from '../select';
import { useKeys } from '../use-keys';
import { useOpenVote, useReveal } from './reads';
import { TurnAsk, type Asked } from './turn-actions';
import { useMoves } from './use-moves';

/** The host's keys of an open turn, whichever screen of it is shown. */
export function HostKeys() {
  const host = useRoom(isHost);
  return host ? <Keys /> : null;
}

function Keys() {
  const moves = useMoves();
  const [asked, setAsked] = useState<Asked>(null);
  const ladder = useLadderKey();
  useKeys(
    moves.held
      ? {}
      : {
          next: () => moves.onward(() => setAsked('end')),
          back: moves.toBack,
          pause: moves.pause,
          extend: moves.extend,
          reveal: ladder,
          end: () => setAsked('end'),
          defer: () => setAsked('defer'),
        },
  );
  return <TurnAsk asked={asked} onClose={() => setAsked(null)} />;
}

/** Opens the vote, and once reads are in, reveals. */
function useLadderKey(): () => void {
  const open = useRoom((view) => turnOf(view)?.ladderOpen ?? false);
  const revealed = useRoom((view) => turnOf(view)?.reveal !== undefined);
  const vote = useOpenVote();
  const reveal = useReveal();
  return () => {
    if (revealed) return;
    if (open && !reveal.reason) reveal.reveal();
    if (!open && !vote.reason) vote.open();
  };
}

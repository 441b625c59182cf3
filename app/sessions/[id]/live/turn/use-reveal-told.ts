'use client';

import { useEffect, useEffectEvent } from 'react';
import { useAnnounce, useToast } from '@/ui/announcer';
import { revealSentences } from '@/ui/ladder/text';
import { useConnection } from '../connection/use-room';
import { firstNameOf, turnOf } from '../select';
import type { Stage } from './use-stage';

/** Tells of a reveal as it comes: each rung aloud; and who goes on writing is offered the stage that the others look at. */
export function useRevealTold({ fresh, open, toggle }: Stage): void {
  const connection = useConnection();
  const announce = useAnnounce();
  const toast = useToast();
  const tell = useEffectEvent(() => {
    const turn = turnOf(connection.view);
    if (!turn?.reveal) return;
    const { read, totals, lowestOpenRung } = turn.reveal;
    const rep = firstNameOf(connection.view, turn.repId);
    for (const sentence of revealSentences(read, totals, rep, lowestOpenRung)) announce(sentence);
    if (!open) toast({ text: 'The ladder is revealed.', action: { label: 'Look at it', onPress: toggle } });
  });
  useEffect(() => {
    if (fresh) tell();
  }, [fresh]);
}

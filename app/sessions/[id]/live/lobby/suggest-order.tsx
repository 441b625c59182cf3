'use client';

import { useState } from 'react';
import { ArrowDownUp } from 'lucide-react';
import { movesTo, suggestOrder } from '@/domain/queue';
import type { Id } from '@/domain/session/state';
import { useToast } from '@/ui/announcer';
import { Button } from '@/ui/button';
import { Icon } from '@/ui/icon';
import { byKey } from '../bar/shortcut-table';
import { useConnection } from '../connection/use-room';
import { useMeeting } from '../meeting';
import { sessionOf } from '../select';
import { useHeld, useSend } from '../use-session';

/** Reorders at once by weeks, coaching, deadlines and seconds, and offers to undo it. The host decides. */
export function SuggestOrder() {
  const connection = useConnection();
  const { lobby } = useMeeting();
  const send = useSend();
  const toast = useToast();
  const held = useHeld();
  const [moving, setMoving] = useState(false);

  const bring = async (wanted: readonly Id[]) => {
    setMoving(true);
    for (const move of movesTo(sessionOf(connection.view).queue, wanted)) {
      if (await send('queue.move', move)) break;
    }
    setMoving(false);
  };
  const suggest = async () => {
    const state = sessionOf(connection.view);
    const settings = { ...state.settings, timeZone: lobby.timeZone };
    const wanted = suggestOrder({ ...state, settings }, connection.clock.now()).map(({ scenarioId }) => scenarioId);
    if (movesTo(state.queue, wanted).length === 0) {
      toast({ text: 'The order stands as it would be suggested.' });
      return;
    }
    await bring(wanted);
    toast({
      text: 'Reordered by weeks, coaching, deadlines and seconds.',
      tone: 'ok',
      action: { label: 'Undo', onPress: () => void bring(state.queue) },
    });
  };
  return (
    <Button size="sm" {...byKey('suggest')} reason={held} pending={moving} onClick={() => void suggest()}>
      <Icon as={ArrowDownUp} />
      Suggest an order
    </Button>
  );
}

'use client';

import { flushSync } from 'react-dom';
import { Clock, SendHorizontal, TriangleAlert } from 'lucide-react';
import { Button } from '@/ui/button';
import { Icon } from '@/ui/icon';
import { KindIcon, kindLabel } from '@/ui/kinds';
import { LiveVoice } from '@/ui/live-voice';
import { useConnection, useRoom } from '../connection/use-room';
import { firstNameOf } from '../select';
import { goToKey } from '../use-keys';
import { useComposer } from './use-composer';
import { lateFor, type Said } from './own-words';
import { useSayLate } from './use-say-late';

/** Words that were refused: why, the text as it was, and what can be done with it. */
export function Refused({ word }: { word: Said }) {
  const connection = useConnection();
  const composer = useComposer();
  const sayLate = useSayLate();
  const target = useRoom((view) => lateFor(view, word));
  const rep = useRoom((view) => {
    const turn = [view.state?.turn, ...(view.state?.turns ?? [])].find((one) => one?.id === target);
    return turn ? firstNameOf(view, turn.repId) : 'the hot seat';
  });
  const sendLate = () => {
    if (!target) return;
    connection.drop(word.id);
    sayLate({ ...word.data, turnId: undefined, late: target });
  };
  const again = () => {
    connection.drop(word.id);
    connection.say('contribution.add', word.data);
  };
  const keep = () => {
    flushSync(() => {
      composer.add(word.data);
      connection.drop(word.id);
    });
    goToKey('write');
  };
  return (
    <div
      role="group"
      className="border-t border-rule bg-raised px-4 pt-4 pb-[18px] xl:pr-6 xl:pl-[30px]"
      aria-label="Words that were not sent"
    >
      <p className="row top gap-[9px] leading-[1.35] font-[650]" role="alert">
        <Icon as={target ? Clock : TriangleAlert} />
        <span>{word.error?.message} Your words are kept.</span>
      </p>
      <div className="row mt-3 gap-[7px] text-2 font-[650]">
        <KindIcon kind={word.data.kind} />
        {kindLabel(word.data.kind)}
      </div>
      <LiveVoice className="mt-1">{word.data.body}</LiveVoice>
      <div className="row wrap mt-[14px] gap-2">
        {target ? (
          <Button variant="ink" onClick={sendLate}>
            <Icon as={SendHorizontal} />
            Send it late
          </Button>
        ) : (
          <Button onClick={again}>Try again</Button>
        )}
        {word.data.kind === 'answer' ? (
          <Button variant="plain" onClick={() => connection.drop(word.id)}>
            Discard
          </Button>
        ) : (
          <Button variant="plain" onClick={keep}>
            Keep it here
          </Button>
        )}
      </div>
      {target && (
        <p className="meta mt-[10px]">
          Late words stand apart from the stream, for {rep} to read when it suits. In the recap they stand under
          “afterwards”, with your name.
        </p>
      )}
    </div>
  );
}

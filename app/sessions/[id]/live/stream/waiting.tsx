'use client';

import { Clock, CornerDownRight } from 'lucide-react';
import { Icon } from '@/ui/icon';
import { KindLabel } from '@/ui/kinds';
import { LiveVoice } from '@/ui/live-voice';
import type { Said } from './own-words';

/** One's own words on their way, in the place where they will stand. */
export function Waiting({ word, reply }: { word: Said; reply?: boolean }) {
  return (
    <li className={reply ? 'con wait rep' : 'con wait'}>
      {reply && <Icon as={CornerDownRight} className="re" />}
      <div className="hd">
        {reply ? <span className="k">You</span> : <KindLabel kind={word.data.kind} />}
        <span>{reply ? 'reply' : 'You'}</span>
        <span className="at num">
          <Icon as={Clock} />
          waiting
        </span>
      </div>
      <LiveVoice>{word.data.body}</LiveVoice>
    </li>
  );
}

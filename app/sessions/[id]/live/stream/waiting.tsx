'use client';

import { Clock } from 'lucide-react';
import { Icon } from '@/ui/icon';
import { KindLabel } from '@/ui/kinds';
import { Voice } from '@/ui/voice';
import type { Said } from './own-words';

/** One's own words on their way, in the place where they will stand. */
export function Waiting({ word }: { word: Said }) {
  return (
    <li className="con wait">
      <div className="hd">
        <KindLabel kind={word.data.kind} />
        <span>You</span>
        <span className="at num">
          <Icon as={Clock} />
          waiting
        </span>
      </div>
      <Voice>{word.data.body}</Voice>
    </li>
  );
}

'use client';

import { useState, type ReactNode } from 'react';
import { History } from 'lucide-react';
import { capital, inWords } from '@/domain/number-words';
import { Button } from '@/ui/button';
import { Icon } from '@/ui/icon';
import { lazyPart } from '@/ui/later';
import { Fetching } from '../joining';
import { useSession } from '../use-session';
import { leftOpen } from './items';

const RollCall = lazyPart(() => import('./roll-call').then((module) => module.RollCall), Fetching);

/** What was not asked yet can be asked, and what was recorded can be changed, until the session ends. */
export function WithRollCall({ children }: { children: (wayBack: ReactNode) => ReactNode }) {
  const [again, setAgain] = useState(false);
  if (again) return <RollCall onLeave={() => setAgain(false)} />;
  return children(<BackToRollCall onOpen={() => setAgain(true)} />);
}

function BackToRollCall({ onOpen }: { onOpen: () => void }) {
  const items = useSession((state) => state.rollCall);
  if (items.length === 0) return null;
  const left = leftOpen(items);
  return (
    <section
      aria-labelledby="roll-call-again"
      className="row wrap between mt-8 max-w-[680px] border-t border-rule pt-4"
    >
      <div>
        <h2 id="roll-call-again" className="text-2 tracking-normal">
          Roll call
        </h2>
        <p className="meta mt-1">
          {left > 0
            ? `${capital(inWords(left))} of last time’s commitments ${left === 1 ? 'is' : 'are'} not asked about yet.`
            : 'Every commitment of last time was asked about.'}
        </p>
      </div>
      <Button size="sm" onClick={onOpen}>
        <Icon as={History} />
        {left > 0 ? 'Back to the roll call' : 'Look at it again'}
      </Button>
    </section>
  );
}

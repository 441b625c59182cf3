'use client';

import { Check } from 'lucide-react';
import type { Scenario } from '@/domain/session/state';
import { Button } from '@/ui/button';
import { Icon } from '@/ui/icon';
import { useRoom } from '../connection/use-room';
import { may, meOf } from '../select';
import { useHeld, useSend } from '../use-session';

/** Whether this viewer may say that they want to hear this deal. */
export function useMaySecond({ repId }: Scenario): boolean {
  return useRoom((view) => may(view, 'scenario.second', { owner: repId }) && repId !== meOf(view));
}

/** Says that one wants to hear this deal, or takes it back, beside how many do. */
export function SecondIt({ scenario }: { scenario: Scenario }) {
  const count = scenario.seconds.length;
  if (!useMaySecond(scenario)) return null;
  return (
    <div className="row between mt-[6px] gap-2">
      <span className="meta num">{count === 0 ? 'no seconds yet' : `seconded by ${count}`}</span>
      <SecondButton scenario={scenario} />
    </div>
  );
}

/** The button alone, where the count stands elsewhere. */
export function SecondButton({ scenario }: { scenario: Scenario }) {
  const on = useRoom((view) => scenario.seconds.includes(meOf(view) ?? ''));
  const held = useHeld();
  const send = useSend();
  return (
    <Button
      size="sm"
      aria-pressed={on}
      aria-label={`Second ${scenario.title}`}
      reason={held}
      onClick={() => void send('scenario.second', { scenarioId: scenario.id, on: !on })}
    >
      {on && <Icon as={Check} />}
      {on ? 'Seconded' : 'Second it'}
    </Button>
  );
}

'use client';

import { useState, type ReactNode } from 'react';
import { Armchair } from 'lucide-react';
import type { Scenario } from '@/domain/session/state';
import { Button } from '@/ui/button';
import { ConfirmDialog } from '@/ui/dialog';
import { Icon } from '@/ui/icon';
import { byKey } from '../bar/shortcut-table';
import { useRoom } from '../connection/use-room';
import { nameOf, seatOf, sessionOf } from '../select';
import { useDoing, useHeld, useName } from '../use-session';
import { useSeat } from './use-seat';

interface SeatItProps {
  scenario: Scenario;
  /** The one next act on the screen. */
  now?: boolean;
  children?: ReactNode;
}

/** Seats this deal; asks first where a turn is running. */
export function SeatIt({ scenario, now, children = 'Seat next' }: SeatItProps) {
  const [asking, setAsking] = useState(false);
  const running = useRoom((view) => seatOf(view) !== undefined);
  const removed = useRoom((view) => sessionOf(view).removed.includes(scenario.repId));
  const notNow = useHeld();
  const held = removed ? 'Its rep was removed from this session.' : notNow;
  const pending = useDoing('turn.start');
  const seat = useSeat();
  return (
    <>
      <Button
        size={now ? 'md' : 'sm'}
        variant={now ? 'now' : 'outline'}
        wide={!now}
        className={now ? '' : 'mt-[10px]'}
        {...byKey('seat')}
        reason={held}
        pending={pending}
        onClick={() => (running ? setAsking(true) : void seat(scenario.id))}
      >
        <Icon as={Armchair} />
        {children}
      </Button>
      <SeatDialog scenario={scenario} open={asking} onOpenChange={setAsking} />
    </>
  );
}

interface SeatDialogProps {
  scenario: Scenario;
  open: boolean;
  onOpenChange: (open: boolean) => void;
}

/** Asks whether the running turn should end for this one. */
export function SeatDialog({ scenario, ...dialog }: SeatDialogProps) {
  const seated = useRoom((view) => {
    const id = seatOf(view);
    return id === undefined ? '' : nameOf(view, id);
  });
  const name = useName(scenario.repId);
  const seat = useSeat();
  return (
    <ConfirmDialog
      {...dialog}
      title={seated ? `End ${seated}’s turn, and seat ${name}?` : `Seat ${name}?`}
      detail={
        seated ? 'Its words are kept. A commitment can still be made until the session has ended.' : scenario.title
      }
      confirm={seated ? 'End it and seat' : 'Seat'}
      onConfirm={() => void seat(scenario.id)}
    />
  );
}

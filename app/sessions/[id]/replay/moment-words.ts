import { Armchair, CornerUpLeft, Ear, Flag, Lock, Mic, Play, Users, type LucideIcon } from 'lucide-react';
import type { Moment } from '@/domain/replay/moments';
import type { Decision } from '@/domain/vocabulary';
import { PHASE_NAMES } from '../live/turn/phases';

const DECIDES: Record<Decision, string> = {
  pursue: 'pursues it',
  change: 'changes approach',
  move_on: 'moves on',
};

/** A moment in a few words: "Marisol Vega takes the seat", "Reveal: lowest open rung 3". */
export function momentWords(moment: Moment, name: (id: string) => string): string {
  switch (moment.kind) {
    case 'roll_call':
      return 'Roll call';
    case 'seat':
      return `${name(moment.repId)} takes the seat${moment.again ? ' again' : ''}`;
    case 'phase':
      return `${PHASE_NAMES[moment.phase]} begins`;
    case 'reveal':
      return moment.lowestOpenRung === null
        ? 'Reveal: all five hold'
        : `Reveal: lowest open rung ${moment.lowestOpenRung}`;
    case 'commitment':
      return `${name(moment.by)} ${DECIDES[moment.decision]}`;
    case 'sealed':
      return `${name(moment.by)} hands in a sealed question`;
    case 'asked':
      return `${name(moment.by)} asks the room`;
    case 'released':
      return `${name(moment.by)}’s question is released`;
    case 'closing':
      return 'Closing round';
    case 'reopened':
      return 'Opened again';
    case 'end':
      return 'The session ends';
  }
}

/** Icons of the moments that have none of their own elsewhere; a reveal is the spark, a commitment its decision. */
export const MOMENT_ICONS: Record<Exclude<Moment['kind'], 'reveal' | 'commitment'>, LucideIcon> = {
  roll_call: Users,
  seat: Armchair,
  phase: Play,
  sealed: Lock,
  asked: Mic,
  released: Ear,
  closing: Mic,
  reopened: CornerUpLeft,
  end: Flag,
};

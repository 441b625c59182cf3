import type { OwnLadder } from '@/domain/session/state';
import { RUNGS, type Answer } from '@/domain/vocabulary';

export interface LadderInputRung {
  answer: Answer | null;
  evidence: string;
}

/** A ladder as its fields show it; nothing is answered where there is none. */
export function rungsOf(ladder: OwnLadder | null | undefined): LadderInputRung[] {
  return RUNGS.map((_, rung) => ({
    answer: ladder?.[rung]?.answer ?? null,
    evidence: ladder?.[rung]?.evidence ?? '',
  }));
}

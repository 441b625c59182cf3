import type { Answer } from '@/domain/vocabulary';
import type { RungTotals } from '@/domain/ladder';

/** What is known of a ladder, and so how it is drawn. Reads and totals are rung 1 first. */
export type LadderView =
  /** Another person's, before the reveal: an empty outline. */
  | { mode: 'outline' }
  /** One read, where some may not be answered yet; `whose` says in which colour. */
  | { mode: 'solo'; read: readonly (Answer | undefined)[]; whose?: 'rep' | 'room' }
  /** For hosts and the rep before the reveal: the own read, the room's halves dashed. */
  | { mode: 'preview'; read: readonly Answer[] }
  /** After the reveal: the own read on the left rail, the room's totals on the right. */
  | { mode: 'two'; read: readonly Answer[] | null; room: readonly RungTotals[] };

export const ANSWER_WORDS: Record<Answer, string> = { yes: 'Yes', unsure: 'Not sure', no: 'No' };

import type { Recap } from '../recap';
import type { Id } from '../session';
import type { Decision } from '../vocabulary';

/** What the mail of a recap says: of what the room may read, a part. */
export interface RecapFacts {
  counts: { turns: number; contributions: number; helpful: number; movedOn: number };
  deals: { title: string; account?: string; rep: string; decision?: Decision; dueOn?: string }[];
  asked?: { words: string; by: string; answers: number };
}

/** The deals as they were heard, and the question that most answered. `name` says how a person's id is called. */
export function recapFactsOf({ counts, turns, floor }: Recap, name: (id: Id) => string): RecapFacts {
  const [asked] = [...floor].sort((a, b) => b.answers.length - a.answers.length);
  return {
    counts,
    deals: turns
      .filter(({ putOff }) => !putOff)
      .map(({ scenario, repId, commitment }) => ({
        title: scenario.title,
        ...(scenario.account ? { account: scenario.account } : {}),
        rep: name(repId),
        ...(commitment ? { decision: commitment.decision } : {}),
        ...(commitment?.dueOn ? { dueOn: commitment.dueOn } : {}),
      })),
    ...(asked ? { asked: { words: asked.body, by: name(asked.by), answers: asked.answers.length } } : {}),
  };
}

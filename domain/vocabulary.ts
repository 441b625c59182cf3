/** The words of the product, as literal types. No synonyms anywhere else. */

export const ROLES = ['host', 'rep', 'observer'] as const;
export type Role = (typeof ROLES)[number];

export const SESSION_STATUSES = ['scheduled', 'live', 'closing', 'ended', 'cancelled'] as const;
export type SessionStatus = (typeof SESSION_STATUSES)[number];

export const PHASES = ['present', 'clarify', 'coach', 'commit'] as const;
export type Phase = (typeof PHASES)[number];

export const CONTRIBUTION_KINDS = ['question', 'advice', 'challenge', 'story', 'resource', 'answer'] as const;
export type ContributionKind = (typeof CONTRIBUTION_KINDS)[number];
export const KIND_WORD: Record<ContributionKind, string> = {
  question: 'Question',
  advice: 'Advice',
  challenge: 'Challenge',
  story: 'Story',
  resource: 'Resource',
  answer: 'Answer',
};

export const ANSWERS = ['yes', 'unsure', 'no'] as const;
export type Answer = (typeof ANSWERS)[number];

/** One person's five answers, rung 1 first. */
export type Read = [Answer, Answer, Answer, Answer, Answer];

export const DECISIONS = ['pursue', 'change', 'move_on'] as const;
export type Decision = (typeof DECISIONS)[number];
export const DECISION_WORD: Record<Decision, string> = {
  pursue: 'Pursue',
  change: 'Change approach',
  move_on: 'Move on',
};

export const OUTCOMES = ['advanced', 'won', 'lost', 'moved_on', 'no_change'] as const;
export type Outcome = (typeof OUTCOMES)[number];
export const OUTCOME_WORD: Record<Outcome, string> = {
  advanced: 'Advanced',
  won: 'Won',
  lost: 'Lost',
  moved_on: 'Moved on',
  no_change: 'No change',
};

/** Outcomes after which a commitment is not asked about again. */
export const FINAL_OUTCOMES: readonly Outcome[] = ['won', 'lost', 'moved_on'];

/** The five statements of the care ladder, rung 1 first. */
export const RUNGS = [
  'There is a problem I can fix.',
  'They know it.',
  'They want it fixed.',
  'They can tell me to fix it.',
  'They want my help fixing it.',
] as const;
export const RUNG_COUNT = RUNGS.length;

/** Largest lengths of text, in UTF-16 code units, after trimming. */
export const LIMITS = {
  title: 140,
  body: 4000,
  field: 1000,
  commandBytes: 64 * 1024,
  queuedPerRep: 3,
} as const;

export const DEFAULT_PLEDGE = 'What is said in the lab stays in the lab.';

/** How a guest is named where their name stands alone. */
export function asGuest(name: string): string {
  return `${name} (guest)`;
}

/** Everyone is shown under this name once their account is gone. */
export const FORMER_MEMBER = 'a former member';

/** The name that somebody is called by among people who know them; who left has none. */
export function firstName(name: string): string {
  return name === FORMER_MEMBER ? name : (name.split(/\s+/)[0] ?? name);
}

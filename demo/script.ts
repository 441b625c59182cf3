import type { ScenarioFields } from '@/domain/protocol';
import type { Answer, ContributionKind, Decision, Outcome, Read } from '@/domain/vocabulary';
import type { Actor } from './cast';

/** A stuck deal as the demo writes it; `ladder` and `reads` in letters: y, u, n. */
export interface Deal extends Omit<ScenarioFields, 'ladder' | 'pipeline' | 'amount' | 'deadline'> {
  rep: Actor;
  thousands: number;
  /** Days from the day it is brought. */
  deadlineIn?: number;
  ladder: string;
  evidence: string[];
  otherLiveDeals: number;
  lifeOrDeath: number;
  pipelineNote?: string;
  hostsOnly?: boolean;
}

export interface Line {
  by: Actor;
  kind: Exclude<ContributionKind, 'answer'>;
  body: string;
  /** What the hot seat replies to a question. */
  answer?: string;
  helpful?: true;
  late?: true;
}

/** What was said about a deal on the hot seat, and what its rep decided. */
export interface Seat {
  deal: Deal;
  secondedBy: Actor[];
  clarify: Line[];
  reads: Partial<Record<Actor, string>>;
  coach: Line[];
  commitment: {
    decision: Decision;
    nextStep?: string;
    dueInDays?: number;
    /** Whose helpful words it rests on. */
    uses: Actor[];
  };
}

/** What a rep reports in a roll call about the deal of an earlier session. */
export interface Report {
  deal: Deal;
  outcome: Outcome;
  note: string;
  ladder?: string;
  lookingBack?: number;
}

export interface PastSession {
  rollCall: Report[];
  seats: Seat[];
  /** Brought, and not reached. */
  waiting: Deal[];
  question?: { body: string; answers: Partial<Record<Actor, string>> };
  takeaways: Partial<Record<Actor, string>>;
}

const LETTERS: Record<string, Answer> = { y: 'yes', u: 'unsure', n: 'no' };

/** `yyunn` as five answers. */
export function readOf(letters: string): Read {
  return [...letters].map((letter) => LETTERS[letter] ?? 'unsure') as Read;
}

/** A deal as `scenario.submit` wants it, brought on a day given in ms since the epoch. */
export function fieldsOf(deal: Deal, now: number): ScenarioFields {
  const { rep: _, thousands, deadlineIn, ladder, evidence, ...told } = deal;
  const { otherLiveDeals, lifeOrDeath, pipelineNote, hostsOnly, ...fields } = told;
  return {
    ...fields,
    amount: { minor: thousands * 100_000, currency: 'USD' },
    ...(deadlineIn === undefined ? {} : { deadline: dayAfter(now, deadlineIn) }),
    ladder: readOf(ladder).map((answer, rung) => ({ answer, ...(evidence[rung] ? { evidence: evidence[rung] } : {}) })),
    pipeline: {
      otherLiveDeals,
      lifeOrDeath,
      ...(pipelineNote ? { note: pipelineNote } : {}),
      ...(hostsOnly ? { hostsOnly } : {}),
    },
  };
}

/** The day so many days after an instant, as YYYY-MM-DD. */
export function dayAfter(now: number, days: number): string {
  return new Date(now + days * 86_400_000).toISOString().slice(0, 10);
}

import type { RungTotals } from '../ladder';
import type { ContributionKind, Decision, Outcome, Phase, Read } from '../vocabulary';

/** Below this many cases a figure would pretend: the cases themselves are shown instead. */
export const FEWEST_CASES = 5;
/** Below this many people a lab's figure would tell of somebody: it isn't shown. */
export const FEWEST_PEOPLE = 5;

/** One ended turn, and what became of its deal; what the room may see, and nothing else. Instants in ms since the epoch. */
export interface TurnCase {
  turnId: string;
  scenarioId: string;
  /** By its account, where it has one. */
  deal: string;
  repId: string;
  repName: string;
  sessionId: string;
  sessionNumber: number;
  startedAt: number;
  submittedAt: number;
  /** The rep's own read and the room's totals, as they were revealed; null where nothing was. */
  read: Read | null;
  totals: RungTotals[] | null;
  decision: Decision | null;
  /** Whether what was committed was done by its day; null while that is open, and where nothing had to be done. */
  kept: boolean | null;
  /** It has a next step and a day. */
  promised: boolean;
  /** The latest that was reported. */
  outcome: Outcome | null;
  /** The ladder as its rep last reported it, rung 1 first. */
  ladderNow: Read | null;
  /** The ladder as anybody last reported it, where that was with the outcome of today or after it. */
  ladderThen: Read | null;
  /** The lowest open rung when it was coached, as was said once the deal was over: 1 to 5, 0 for none. */
  lookingBack: number | null;
}

/** What somebody wrote in a kind, within the range. */
export interface WrittenCase {
  authorId: string;
  authorName: string;
  kind: ContributionKind;
  count: number;
  helpful: number;
  /** In how many of them a commitment rests. */
  used: number;
}

/** One contribution, as it stands in the list behind a figure. */
export interface WordsCase {
  id: string;
  scenarioId: string;
  /** How it begins. */
  body: string;
  authorName: string;
  kind: ContributionKind;
  sessionNumber: number;
  helpful: boolean;
  used: boolean;
}

/** An ended session: how many were in the room, those who listen in not counted. */
export interface SessionCase {
  id: string;
  number: number;
  startedAt: number;
  inTheRoom: number;
}

/** How long a phase of a turn was planned, and how long it took while its clock ran; in seconds. */
export interface PhaseCase {
  turnId: string;
  phase: Phase;
  plannedSeconds: number;
  seconds: number;
}

/** A rep's pipeline when a deal was brought. */
export interface LabPressureCase {
  repId: string;
  submittedAt: number;
  otherLiveDeals: number;
  lifeOrDeath: number;
}

/** The same for that rep, with what became of the deal. */
export interface PressureCase extends LabPressureCase {
  deal: string;
  scenarioId: string;
  outcome: Outcome | null;
}

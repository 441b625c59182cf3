import { climbOf, lowestOpenRung, roomHolds, roomRead, type Climb } from './ladder';
import type { Day, Id, Instant, OwnLadder, Reveal, Scenario } from './session/state';
import {
  FINAL_OUTCOMES,
  type Answer,
  type ContributionKind,
  type Decision,
  type Outcome,
  type SessionStatus,
} from './vocabulary';

/** Something that was said in a turn and still stands. */
export interface LifeWords {
  id: Id;
  by: Id;
  kind: ContributionKind;
  body: string;
  at: Instant;
  replyTo: Id | null;
  helpful: boolean;
  pinned: boolean;
  late: boolean;
  /** The commitment rests on it. */
  used: boolean;
}

export interface LifeTurn {
  id: Id;
  sessionId: Id;
  sessionNumber: number;
  /** Which deal of its session it was, from 1. */
  place: number;
  startedAt: Instant;
  /** Null while it sits there. */
  endedAt: Instant | null;
  /** A host put it off, because its rep was not there. */
  putOff: boolean;
  /** What the whole room was shown; null where nothing was revealed. */
  reveal: Reveal | null;
  /** How many contributions there are, and of them those marked helpful and those sent late. */
  said: number;
  helpful: number;
  late: number;
  /** How many of them were marked helpful, pinned, used or sent late, or are in one thread with such a one. */
  kept: number;
}

export interface LifeCommitment {
  id: Id;
  turnId: Id;
  decision: Decision;
  nextStep: string | null;
  dueOn: Day | null;
  usesOf: Id[];
  at: Instant;
}

/** What the rep answered in the closing round of a session that the deal was brought to. */
export interface LifeAnswer {
  questionId: Id;
  sessionId: Id;
  sessionNumber: number;
  askedBy: Id;
  question: string;
  body: string;
  at: Instant;
}

export interface LifeCheckIn {
  id: Id;
  commitmentId: Id;
  by: Id;
  outcome: Outcome;
  ladder: OwnLadder | null;
  note: string | null;
  /** The lowest open rung when the deal was coached, as was said once it was over: 1 to 5, 0 for none. */
  lookingBack: number | null;
  at: Instant;
  /** When the news of it was sent, one instant for all that were sent together; null before. */
  toldAt: Instant | null;
  /** No session of the lab has ended since: nobody is asked again before the next one has. */
  sinceLastSession: boolean;
}

/** A deal as it stands now; `ladder`, and a pipeline check for the hosts only, are there for its rep and the hosts. */
export type LifeScenario = Omit<Scenario, 'changedAt' | 'standing'>;

/** One deal, for good, as one viewer may know it. */
export interface ScenarioLife {
  scenario: LifeScenario;
  /** The session that it waits in, and where in its queue, from 1. */
  waits?: { sessionId: Id; number: number; startsAt: Instant; status: SessionStatus; place: number };
  turns: LifeTurn[];
  commitments: LifeCommitment[];
  answers: LifeAnswer[];
  /** Oldest first. */
  checkIns: LifeCheckIn[];
}

export type LifeEntry =
  | { type: 'brought'; at: Instant }
  | { type: 'turn'; at: Instant; turn: LifeTurn }
  | { type: 'commitment'; at: Instant; commitment: LifeCommitment }
  | { type: 'answer'; at: Instant; answer: LifeAnswer }
  | { type: 'check_in'; at: Instant; checkIn: LifeCheckIn };

/** What became of a deal, oldest first. */
export function lifeEntries({ scenario, turns, commitments, answers, checkIns }: ScenarioLife): LifeEntry[] {
  const entries: LifeEntry[] = [
    { type: 'brought', at: scenario.submittedAt },
    ...turns.map((turn) => ({ type: 'turn', at: turn.startedAt, turn }) as const),
    ...commitments.map((commitment) => ({ type: 'commitment', at: commitment.at, commitment }) as const),
    ...answers.map((answer) => ({ type: 'answer', at: answer.at, answer }) as const),
    ...checkIns.map((checkIn) => ({ type: 'check_in', at: checkIn.at, checkIn }) as const),
  ];
  return entries.sort((a, b) => Date.parse(a.at) - Date.parse(b.at));
}

/** One ladder of a deal's life. */
export interface LifeLadder {
  whose: 'rep' | 'room';
  /** Who reported it, of a check-in's. */
  by?: Id;
  at: Instant;
  read: Answer[];
  /** On the ladder of today alone. */
  open: number | null;
}

/** The ladders of a deal through time: the two of each reveal, then the one of each check-in that brought one. */
export function ladderThroughTime(life: Pick<ScenarioLife, 'turns' | 'checkIns'>): {
  ladders: LifeLadder[];
  /** The lowest open rung at the first reveal, and as it stands today; null where all five hold. */
  opened: number | null;
  stands: number | null;
} {
  const ladders: LifeLadder[] = [];
  let opened: number | null | undefined;
  let stands: number | null = null;
  for (const { at, reveal, checkIn } of laddered(life)) {
    for (const ladder of ladders) ladder.open = null;
    if (reveal) {
      stands = reveal.lowestOpenRung;
      const room = roomRead(reveal.totals);
      const roomIsOpen = stands !== null && room[stands - 1] !== 'yes';
      ladders.push({ whose: 'rep', at, read: [...reveal.read], open: roomIsOpen ? null : stands });
      ladders.push({ whose: 'room', at, read: room, open: roomIsOpen ? stands : null });
    } else if (checkIn) {
      const read = checkIn.ladder.map(({ answer }) => answer);
      stands = lowestOpenRung(read, null);
      ladders.push({ whose: 'rep', by: checkIn.by, at, read, open: stands });
    }
    if (opened === undefined) opened = stands;
  }
  return { ladders, opened: opened ?? null, stands };
}

function laddered({ turns, checkIns }: Pick<ScenarioLife, 'turns' | 'checkIns'>) {
  const steps: { at: Instant; reveal?: Reveal; checkIn?: { by: Id; ladder: OwnLadder } }[] = [
    ...turns.flatMap(({ reveal }) => (reveal ? [{ at: reveal.at, reveal }] : [])),
    ...checkIns.flatMap(({ at, by, ladder }) => (ladder ? [{ at, checkIn: { by, ladder } }] : [])),
  ];
  return steps.sort((a, b) => Date.parse(a.at) - Date.parse(b.at));
}

/** What the ladder of a check-in of a deal's life came to, as `climbOf` has it. */
export function climbIn(
  life: Pick<ScenarioLife, 'turns' | 'commitments' | 'checkIns'>,
  checkIn: LifeCheckIn,
): Climb | undefined {
  const { commitmentId, ladder } = checkIn;
  const commitment = life.commitments.find(({ id }) => id === commitmentId);
  const reveal = life.turns.find(({ id }) => id === commitment?.turnId)?.reveal;
  // What was reported before it was made anew is of another promise.
  const isOfThis = ({ at }: LifeCheckIn) => commitment === undefined || Date.parse(at) >= Date.parse(commitment.at);
  const told = before(life.checkIns, checkIn).findLast(
    (one) => one.commitmentId === commitmentId && one.ladder && isOfThis(one) === isOfThis(checkIn),
  );
  return climbOf({ ladder, before: told?.ladder, held: reveal?.totals.map(roomHolds) });
}

/**
 * Whether a check-in that told the end of a deal stands no more: a later one on the same commitment says otherwise, or the
 * same anew.
 */
export function isCorrected({ checkIns }: Pick<ScenarioLife, 'checkIns'>, checkIn: LifeCheckIn): boolean {
  return isEnd(checkIn) && after(checkIns, checkIn).some(({ commitmentId }) => commitmentId === checkIn.commitmentId);
}

/** Whether a check-in tells the end of a deal that is over for all that is known: none after it tells another. */
export function isLastEnd(life: Pick<ScenarioLife, 'checkIns'>, checkIn: LifeCheckIn): boolean {
  return isEnd(checkIn) && !isCorrected(life, checkIn) && !after(life.checkIns, checkIn).some(isEnd);
}

/** Whether those whose words a report rests on are told of it by now: of what was reported on one commitment they are told the last. */
export function isToldOf({ checkIns }: Pick<ScenarioLife, 'checkIns'>, checkIn: LifeCheckIn): boolean {
  const { commitmentId, toldAt } = checkIn;
  return (
    toldAt !== null &&
    !after(checkIns, checkIn).some((one) => one.commitmentId === commitmentId && one.toldAt === toldAt)
  );
}

function isEnd({ outcome }: LifeCheckIn): boolean {
  return FINAL_OUTCOMES.includes(outcome);
}

/** Those that were recorded before one; the list is oldest first. */
function before(checkIns: readonly LifeCheckIn[], { id }: LifeCheckIn): readonly LifeCheckIn[] {
  const at = checkIns.findIndex((one) => one.id === id);
  return checkIns.slice(0, Math.max(at, 0));
}

/** Those that were recorded after one; the list is oldest first. */
function after(checkIns: readonly LifeCheckIn[], { id }: LifeCheckIn): readonly LifeCheckIn[] {
  return checkIns.slice(checkIns.findIndex((one) => one.id === id) + 1);
}

/** Something said, with the replies to it. */
export interface LifeThread {
  one: LifeWords;
  replies: LifeWords[];
}

/** What was said in a turn in the order of its threads: each with the replies under it that are here too. */
export function threadsOf(words: readonly LifeWords[]): LifeThread[] {
  const threads = new Map<Id, LifeThread>();
  for (const one of words) {
    const asked = one.replyTo === null ? undefined : threads.get(one.replyTo);
    if (asked) asked.replies.push(one);
    else threads.set(one.id, { one, replies: [] });
  }
  return [...threads.values()];
}

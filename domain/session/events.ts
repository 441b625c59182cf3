import type { RungTotals } from '../ladder';
import type { ScenarioChanges } from '../protocol';
import type { ContributionKind, Phase, Read } from '../vocabulary';
import type {
  CheckIn,
  Commitment,
  Contribution,
  Id,
  Instant,
  OwnLadder,
  ReportedBeside,
  RollCallItem,
  Scenario,
  SessionSettings,
  Standing,
} from './state';

/** A clock that runs has `endsAt`, one that stands has `leftMs`. */
type TimerFact = { endsAt?: Instant; leftMs?: number };

/** A scenario as the log tells it: whole, so that it can be read without any other log. */
export type ScenarioData = Omit<Scenario, 'changedAt' | 'deferred' | 'submittedAt'> & {
  submittedAt?: Instant;
};

/** What each event says. Fields that a viewer may not know are missing from what that viewer gets. */
export interface EventData {
  /** `standings`: of the reps whose deals wait, as the session begins; older logs don't have it. */
  'session.started': {
    settings: SessionSettings;
    hosts: Id[];
    rollCall: RollCallItem[];
    standings?: Record<Id, Standing>;
  };
  'session.closed': Record<string, never>;
  'session.ended': { carriedTo?: Id };
  /** `reported`: what was said beside the session since its end; older logs don't have it. */
  'session.reopened': { reported?: ReportedBeside[] };
  'session.cancelled': { carriedTo?: Id };
  'host.handed_over': { userId: Id };
  'host.taken_over': { userId: Id };
  'host.returned': { userId: Id };
  'host.noted': { body?: string };
  'scenario.submitted': ScenarioData;
  'scenario.carried': ScenarioData & { from: Id; place: number };
  'scenario.taken_back': { scenarioId: Id };
  'scenario.edited': {
    scenarioId: Id;
    changes: ScenarioChanges;
    /** The names of what changed, the values of which not everyone may know. */
    fields: string[];
    pipelineHostsOnly?: boolean;
    base: number;
  };
  'scenario.withdrawn': { scenarioId: Id };
  'scenario.seconded': { scenarioId: Id; on: boolean };
  'scenario.deferred': { scenarioId: Id };
  'queue.moved': { scenarioId: Id; to: number };
  'turn.started': {
    id: Id;
    turnId: Id;
    scenarioId: Id;
    repId: Id;
    phase: Phase;
    endsAt: Instant;
    /** Its words, where a turn that had ended goes on. */
    resumed?: Contribution[];
  };
  'turn.phase_changed': { turnId: Id; phase: Phase; from: Phase; endsAt: Instant; leftMs: number };
  'turn.paused': { turnId: Id; leftMs: number };
  'turn.resumed': { turnId: Id; endsAt: Instant };
  'turn.extended': { turnId: Id; seconds: number } & TimerFact;
  'turn.ended': { turnId: Id; leftMs: number };
  'contribution.added': {
    id: Id;
    turnId: Id;
    kind: ContributionKind;
    body?: string;
    replyTo?: Id;
    late?: Id;
  };
  'contribution.edited': { contributionId: Id; turnId: Id; body?: string };
  'contribution.withdrawn': { contributionId: Id; turnId: Id };
  /** With the words for whoever may still read them: their author and the hosts. */
  'contribution.hidden': { contributionId: Id; turnId: Id; author: Id; body?: string };
  'contribution.pinned': { contributionId: Id; turnId: Id; on: boolean };
  'contribution.marked_helpful': { contributionId: Id; turnId: Id; on: boolean };
  'ladder.opened': { turnId: Id };
  'ladder.voted': { turnId: Id; answers?: Read; votes: number };
  'ladder.revealed': {
    turnId: Id;
    read: Read;
    evidence: (string | null)[];
    totals: RungTotals[];
    lowestOpenRung: number | null;
  };
  'commitment.made': Omit<Commitment, 'by' | 'at' | 'seq' | 'checkIn'> & { turnId: Id; scenarioId: Id };
  'checkin.recorded': Omit<CheckIn, 'by' | 'at'> & {
    commitmentId: Id;
    ladder?: OwnLadder | undefined;
  };
  'floor.opened': Record<string, never>;
  'floor.closed': Record<string, never>;
  'floor.asked': { id: Id; body?: string; sealed: boolean };
  'floor.released': { questionId: Id; body: string; askedBy: Id; askedAt: Instant };
  'floor.answered': { questionId: Id; body?: string };
  'takeaway.left': { body?: string };
  'participant.removed': { userId: Id };
  /** What this viewer may not know; it only keeps `seq` without gaps. */
  withheld: Record<string, never>;
}

export type EventType = keyof EventData;

/** One entry of the log. `by: null` is the system. */
export type EventOf<T extends EventType> = {
  seq: number;
  at: Instant;
  by: Id | null;
  type: T;
  command?: Id;
  data: EventData[T];
};
export type SessionEvent = { [T in EventType]: EventOf<T> }[EventType];

/** What `decide` makes: the pipeline adds `seq`, `at`, `by` and the command's id. */
export type NewEvent = {
  [T in EventType]: { type: T; data: EventData[T] };
}[EventType];

/** The version in which events are written today; stored beside each (`v`). */
export const EVENT_VERSION = 1;

/**
 * Brings an event as stored to today's shape, so that a session recorded in any earlier version opens.
 * Each raise of EVENT_VERSION adds its step here and never changes an older one.
 */
export function upcast(
  stored: { v: number } & Omit<SessionEvent, 'data' | 'type'> & {
      type: string;
      data: unknown;
    },
): SessionEvent {
  const { v, ...event } = stored;
  if (v > EVENT_VERSION) {
    throw new Error(`Event ${event.seq} has version ${v}; this build reads up to ${EVENT_VERSION}.`);
  }
  return event as SessionEvent;
}

import type { RungTotals } from '../ladder';
import type { ScenarioFields } from '../protocol';
import type { Answer, ContributionKind, Decision, Outcome, Phase, Read, SessionStatus } from '../vocabulary';

/** Raised whenever folding gives another state from the same log: cached snapshots of older versions are refolded. */
export const FOLD_VERSION = 9;

/** Ids are UUIDs in lower case; instants are ISO 8601 in UTC; days are YYYY-MM-DD. */
export type Id = string;
export type Instant = string;
export type Day = string;

/** What the lab has decided about its sessions, as recorded at the start. */
export interface SessionSettings {
  /** Planned length of each phase, in seconds. */
  phaseSeconds: Record<Phase, number>;
  /** Whether the phases bind what reps may write. */
  strict: boolean;
  /** The lab's IANA zone, in which days are counted. */
  timeZone: string;
}

export const DEFAULT_SETTINGS: SessionSettings = {
  phaseSeconds: { present: 180, clarify: 300, coach: 600, commit: 120 },
  strict: true,
  timeZone: 'UTC',
};

/** What the lab knew about a rep as the scenario was brought, as the session began, or as it was carried over. */
export interface Standing {
  /** When the rep last sat on the hot seat. */
  lastSeatAt: Instant | null;
  /** Contributions to other people's turns since then. */
  coached: number;
}

/** The own read and its evidence, rung 1 first. */
export type OwnLadder = { answer: Answer; evidence?: string | undefined }[];

/**
 * A stuck deal. `ladder` is there for its rep and the hosts alone (what the room learns is in the turn's `reveal`);
 * `pipeline` is missing where it is for the hosts only and the viewer is neither host nor author.
 */
export interface Scenario extends Omit<ScenarioFields, 'ladder' | 'pipeline'> {
  id: Id;
  repId: Id;
  submittedAt: Instant;
  /** The log's seq at which each edited field was last changed. */
  changedAt: Record<string, number>;
  ladder?: OwnLadder;
  pipeline?: ScenarioFields['pipeline'];
  pipelineHostsOnly: boolean;
  /** Who would like to hear it. */
  seconds: Id[];
  /** The host put it off because its rep was not there. */
  deferred: boolean;
  /** How many sessions it has been carried over from. */
  carriedWeeks: number;
  /** It had its turn in an earlier session; older logs don't say it. */
  heard?: true;
  /** The room saw its ladder in an earlier session; older logs don't say it. */
  revealed?: true;
  standing: Standing;
}

export interface Contribution {
  id: Id;
  by: Id;
  kind: ContributionKind;
  /** Empty where it was withdrawn or hidden from this viewer. */
  body: string;
  at: Instant;
  seq: number;
  replyTo?: Id;
  helpful?: boolean;
  pinned?: boolean;
  edited?: boolean;
  /** Sent after its phase or turn had passed. */
  late?: boolean;
  gone?: 'withdrawn' | 'hidden';
}

/** What the reveal shows the whole room. */
export interface Reveal {
  read: Read;
  evidence: (string | null)[];
  totals: RungTotals[];
  /** 1 to 5, or null when both hold all five. */
  lowestOpenRung: number | null;
  at: Instant;
}

export interface Commitment {
  id: Id;
  by: Id;
  decision: Decision;
  nextStep?: string | undefined;
  dueOn?: Day | undefined;
  /** Contributions that it rests on, and their authors. */
  uses: Id[];
  usesOf: Id[];
  at: Instant;
  seq: number;
  /** What became of it already in this session. */
  checkIn?: CheckIn;
}

/** What an open and an ended turn have in common. */
interface TurnFacts {
  id: Id;
  scenarioId: Id;
  repId: Id;
  startedAt: Instant;
  /** What was left of each phase when it was left, in ms. */
  left: Partial<Record<Phase, number>>;
  ladderOpen: boolean;
  /** How many have voted. */
  votes: number;
  /** Who chose what; a viewer has at most the own. */
  ballots: Record<Id, Read>;
  reveal?: Reveal;
  commitment?: Commitment;
}

/** The turn on the hot seat, whole. */
export interface Turn extends TurnFacts {
  phase: Phase;
  /** Since when it is that phase. */
  phaseSince: Instant;
  /** The instant at which the phase ends while the clock runs … */
  endsAt?: Instant;
  /** … or what was left, in ms, when it was paused. */
  leftMs?: number;
  contributions: Contribution[];
}

/** An ended turn without its words; `turn` on the wire fetches those. */
export interface TurnSummary extends TurnFacts {
  phase: Phase;
  endedAt: Instant;
  leftMs: number;
  /** How many were said, late ones apart; `touched` tells which of them are gone. */
  contributions: number;
  late: number;
  /** Those that the hot seat marked. */
  helpful: Id[];
}

/** An ended turn fetched whole. */
export type EndedTurn = Omit<TurnSummary, 'contributions' | 'helpful' | 'late'> & {
  contributions: Contribution[];
};

export interface FloorQuestion {
  id: Id;
  by: Id;
  body: string;
  at: Instant;
  /** Seen by its author and the hosts alone until it is released. */
  sealed: boolean;
  releasedBy?: Id;
  answers: FloorAnswer[];
}
export interface FloorAnswer {
  by: Id;
  body: string;
  at: Instant;
  seq: number;
}
export type Takeaway = FloorAnswer;
export type HostNote = FloorAnswer;

/** A later report on a commitment. */
export interface CheckIn {
  id: Id;
  by: Id;
  outcome: Outcome;
  ladder?: OwnLadder | undefined;
  note?: string | undefined;
  /** Of a deal that is over: the lowest open rung when it was coached, as is known by now; 0 for none. */
  lookingBack?: number | undefined;
  at: Instant;
}

/** Which report stands, as it was last recorded at `seq`, or read out there. */
export interface StandingCheckIn extends Pick<CheckIn, 'id' | 'by' | 'outcome' | 'ladder'> {
  commitmentId: Id;
  seq: number;
  /** Made beside the session and read out as it was opened again; `ladder` is how all reports until then leave it. */
  beside?: true;
  /** Who told that ladder; older logs don't have it. */
  ladderBy?: Id;
}

/** One of last time's commitments, as the opening of a session asks about it. */
export interface RollCallItem {
  commitmentId: Id;
  scenarioId: Id;
  repId: Id;
  title: string;
  account?: string | undefined;
  decision: Decision;
  nextStep?: string | undefined;
  dueOn?: Day | undefined;
  usesOf: Id[];
  madeAt: Instant;
  /** Which rungs the room held at the reveal, rung 1 first; null where nothing was revealed. */
  held: boolean[] | null;
  /** The ladder as the reports made before this session leave it, the last that one of them told; `ladderOf` goes on from it. */
  ladderBefore?: OwnLadder;
  /** Who told that one; older logs don't have it. */
  ladderBy?: Id;
  /** Made before this session: read out, not asked again. */
  checkedIn?: CheckIn;
  /** Recorded in this session; the latest counts. */
  checkIn?: CheckIn;
}

/** The latest report on a commitment that the session knows, where it was made beside it. */
export interface ReportedBeside {
  commitmentId: Id;
  checkIn: CheckIn;
  /** The ladder as all reports leave it, where one told it, and who did; older logs don't have them. */
  ladder?: OwnLadder;
  ladderBy?: Id;
}

/** The fold of one session's log. */
export interface SessionState {
  status: SessionStatus;
  settings: SessionSettings;
  /** The lab's hosts as the session began, and whoever was handed the session. */
  hosts: Id[];
  /** Who was handed the session: hosts in it alone. */
  handed: Id[];
  /** The rep who runs the meeting until a host returns; reads what the room reads. */
  standIn?: Id;
  /** Waiting scenarios, next first. */
  queue: Id[];
  scenarios: Record<Id, Scenario>;
  turn?: Turn;
  turns: TurnSummary[];
  floor: { open: boolean; closed: boolean; questions: FloorQuestion[] };
  takeaways: Takeaway[];
  rollCall: RollCallItem[];
  /** Every report that stands of this session, or was read out as it was opened again, in the order in which they came in. */
  checkIns: StandingCheckIn[];
  /** The hosts' back channel. */
  notes: HostNote[];
  removed: Id[];
  /** Contributions whose words changed since: the seq of the last edit, or how they went. */
  touched: Record<Id, { edited?: number; gone?: 'withdrawn' | 'hidden'; by: Id }>;
  /** The session into which the rest was carried at the end. */
  carriedTo?: Id;
  startedAt?: Instant;
  endedAt?: Instant;
  /** The last event's. */
  seq: number;
  at?: Instant;
}

/** A session before its first event. */
export function emptySession(settings: SessionSettings = DEFAULT_SETTINGS): SessionState {
  return {
    status: 'scheduled',
    settings,
    hosts: [],
    handed: [],
    queue: [],
    scenarios: {},
    turns: [],
    floor: { open: false, closed: false, questions: [] },
    takeaways: [],
    rollCall: [],
    checkIns: [],
    notes: [],
    removed: [],
    touched: {},
    seq: 0,
  };
}

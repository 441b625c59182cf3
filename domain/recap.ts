import {
  DEFAULT_SETTINGS,
  emptySession,
  foldAll,
  redact,
  rollCallNow,
  saidIn,
  unreached,
  wasPutOff,
  wholeTurn,
  type Commitment,
  type Contribution,
  type EndedTurn,
  type FloorQuestion,
  type Id,
  type Instant,
  type Reveal,
  type RollCallNow,
  type Scenario,
  type SessionEvent,
  type SessionState,
  type Takeaway,
} from './session';
import type { SessionStatus } from './vocabulary';

/** One deal on the hot seat, as the room may remember it. */
export interface RecapTurn {
  turnId: Id;
  repId: Id;
  scenario: Scenario;
  startedAt: Instant;
  endedAt: Instant;
  /** The rep's read beside the room's totals; missing where nothing was revealed. */
  reveal?: Reveal;
  commitment?: Commitment;
  /** What the hot seat marked helpful, a host pinned, or the commitment rests on; in the order of writing. */
  kept: Contribution[];
  /** What came after its phase or turn. */
  afterwards: Contribution[];
  /** Everything said in the turn's stream, but what is gone. */
  words: Contribution[];
  helpful: number;
  /** A host put it off: the deal waits again. */
  putOff: boolean;
}

/** What is remembered of a session: nothing that the room may not see. */
export interface Recap {
  status: SessionStatus;
  startedAt?: Instant;
  endedAt?: Instant;
  /** A turn is under way. */
  inTurn: boolean;
  /** As they ended; one that was put off is there if anything was written or decided in it, and counts as no deal. */
  turns: RecapTurn[];
  /** Questions that everyone could hear, each with its answers. */
  floor: FloorQuestion[];
  takeaways: Takeaway[];
  rollCall: RollCallNow[];
  /** What the session did not reach, and no turn above is about, in the order in which it is carried over. */
  notReached: Scenario[];
  carriedTo?: Id;
  counts: { turns: number; contributions: number; helpful: number; movedOn: number; takeaways: number };
}

/** Somebody who is neither a host nor anyone's author: reads what the whole room reads. */
const THE_ROOM = { id: '', hosts: false };

/**
 * The recap of a session from its whole log, at any moment after its start. Redacts by itself, for the room:
 * what is sealed, hidden, withdrawn, or for the hosts alone can't come in.
 */
export function recapOf(events: readonly SessionEvent[], settings = DEFAULT_SETTINGS): Recap {
  const head = foldAll(emptySession(settings), events);
  const seen = events.map((event) => redact(event, THE_ROOM, head));
  const state = foldAll(emptySession(settings), seen);
  const turns = state.turns.flatMap(({ id }) => recapTurn(state, wholeTurn(seen, id)) ?? []);
  return {
    status: state.status,
    ...(state.startedAt ? { startedAt: state.startedAt } : {}),
    ...(state.endedAt ? { endedAt: state.endedAt } : {}),
    inTurn: state.turn !== undefined,
    turns,
    floor: state.floor.questions,
    takeaways: state.takeaways,
    rollCall: rollCallNow(state),
    notReached: unreached(state).filter(({ id }) => !turns.some(({ scenario }) => scenario.id === id)),
    ...(state.carriedTo ? { carriedTo: state.carriedTo } : {}),
    counts: {
      turns: turns.filter(({ putOff }) => !putOff).length,
      ...saidIn(state),
      movedOn: turns.filter(({ commitment }) => commitment?.decision === 'move_on').length,
      takeaways: state.takeaways.length,
    },
  };
}

function recapTurn(state: SessionState, turn: EndedTurn | undefined): RecapTurn | undefined {
  const scenario = turn && state.scenarios[turn.scenarioId];
  if (!scenario) return undefined;
  const { id: turnId, repId, startedAt, endedAt, reveal, commitment } = turn;
  const standing = turn.contributions.filter(({ gone }) => !gone);
  const words = standing.filter(({ late }) => !late);
  const putOff = wasPutOff(state, turn);
  if (putOff && standing.length === 0 && !reveal && !commitment) return undefined;
  const used = new Set(commitment?.uses);
  return {
    turnId,
    repId,
    scenario,
    startedAt,
    endedAt,
    ...(reveal ? { reveal } : {}),
    ...(commitment ? { commitment } : {}),
    kept: words.filter(({ id, helpful, pinned }) => helpful || pinned || used.has(id)),
    afterwards: standing.filter(({ late }) => late),
    words,
    helpful: standing.filter(({ helpful }) => helpful).length,
    putOff,
  };
}

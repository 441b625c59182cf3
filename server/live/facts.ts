import { openingOf, reportedBeside, rolesIn, standingsOf } from '@/db/session-facts';
import { loadState, sessionFrame, type SessionFrame } from '@/db/session-log';
import { sessionAfter, type PlannedSession } from '@/db/sessions';
import type { Command } from '@/domain/protocol';
import { needs, type Actor, type Facts, type Id, type SessionEvent, type SessionState } from '@/domain/session';
import type { TurnWords } from './turn-words';

/** Where the facts of one batch come from. */
export interface FactSource {
  frame: SessionFrame;
  words: TurnWords;
  now: () => number;
  newId: () => Id;
  /** For how long no host has been in the room, in ms. */
  hostAwayMs: (state: SessionState) => Promise<number>;
}

export interface Found {
  facts: Facts;
  /** The next session, where it would have to be made first. */
  plan?: PlannedSession;
}

/**
 * Fetches what a command is decided with; nothing at all for most. `pending` are events of the same batch that are not
 * in the log yet. Throws when the database can't be reached.
 */
export async function factsFor(
  source: FactSource,
  state: SessionState,
  command: Command,
  actor: Actor,
  pending: readonly SessionEvent[],
): Promise<Found> {
  const needed = needs(state, command, actor);
  const facts: Facts = {};
  const { labId, id: sessionId } = source.frame;
  if (needed.roles) facts.roles = await rolesIn(labId, sessionId);
  if (needed.opening && state.status === 'scheduled') facts.opening = await openingOf(labId, sessionId);
  if (needed.opening && !facts.opening) facts.opening = { settings: state.settings, hosts: [], rollCall: [] };
  if (needed.reportedSince) facts.reported = await reportedBeside(commitmentsIn(state), needed.reportedSince);
  if (needed.standings) facts.standings = await standingsOf(labId, needed.standings);
  if (needed.hostAway) facts.hostAwayMs = await source.hostAwayMs(state);
  const turnId =
    needed.turnId ?? (needed.contributionId && (await source.words.turnOf(needed.contributionId, pending)));
  if (turnId) {
    const turn = await source.words.whole(turnId, pending);
    if (turn) facts.turn = turn;
  }
  if (needed.carriedTo) {
    facts.carriedTo = { id: needed.carriedTo, state: (await loadState(needed.carriedTo)).state };
  }
  if (!needed.nextSession) return { facts };
  // Its day may have been moved since the room was opened.
  const frame = (await sessionFrame(sessionId)) ?? source.frame;
  const { id, plan } = await sessionAfter(frame, source.now(), source.newId);
  facts.nextSessionId = id;
  return plan ? { facts, plan } : { facts };
}

/** The commitments that a session asks about, and those that were made in it. */
function commitmentsIn({ rollCall, turns }: SessionState): Id[] {
  return [
    ...rollCall.map(({ commitmentId }) => commitmentId),
    ...turns.flatMap(({ commitment }) => (commitment ? [commitment.id] : [])),
  ];
}

import { PHASES, type ContributionKind, type Phase, type Role, type SessionStatus } from './vocabulary';

/**
 * The one table of who may send what. `all`: any; `own`: the target must be theirs; `seat`: on the hot seat;
 * `other`: not their own deal; `phase`: as the phase allows; the rest say when.
 */
type Grant = 'all' | 'own' | 'other' | 'seat' | 'phase' | 'when_open' | 'without_host' | 'one_sealed';

interface Rule {
  host?: Grant;
  rep?: Grant;
  observer?: Grant;
  /** The hosts' own business: not for whoever stands in for them, who reads what the room reads. */
  notForStandIn?: true;
  /** The statuses of the session in which it may be sent. */
  in: readonly SessionStatus[];
}

const BEFORE_END = ['scheduled', 'live', 'closing'] as const;
const LIVE = ['live'] as const;
const MEETING = ['live', 'closing'] as const;
const NOT_CANCELLED = ['scheduled', 'live', 'closing', 'ended'] as const;

export const COMMANDS = {
  'session.start': { host: 'all', in: ['scheduled'] },
  'session.close': { host: 'all', in: MEETING },
  'session.end': { host: 'all', in: MEETING },
  'session.reopen': { host: 'all', in: ['closing', 'ended'] },
  'session.cancel': { host: 'all', in: ['scheduled'] },
  'host.hand_over': { host: 'all', notForStandIn: true, in: NOT_CANCELLED },
  'host.take_over': { rep: 'without_host', in: NOT_CANCELLED },
  'host.note': { host: 'all', notForStandIn: true, in: NOT_CANCELLED },
  'scenario.submit': { host: 'all', rep: 'own', in: BEFORE_END },
  'scenario.edit': { host: 'all', rep: 'own', in: BEFORE_END },
  'scenario.withdraw': { host: 'all', rep: 'own', in: BEFORE_END },
  'scenario.second': { host: 'all', rep: 'other', in: BEFORE_END },
  'scenario.defer': { host: 'all', in: BEFORE_END },
  'queue.move': { host: 'all', in: BEFORE_END },
  'turn.start': { host: 'all', in: LIVE },
  'turn.phase': { host: 'all', in: LIVE },
  'turn.pause': { host: 'all', in: LIVE },
  'turn.resume': { host: 'all', in: LIVE },
  'turn.extend': { host: 'all', in: LIVE },
  'turn.end': { host: 'all', in: LIVE },
  'contribution.add': { host: 'all', rep: 'phase', in: LIVE },
  'contribution.edit': { host: 'own', rep: 'own', in: MEETING },
  'contribution.withdraw': { host: 'own', rep: 'own', in: MEETING },
  'contribution.hide': { host: 'all', in: MEETING },
  'contribution.pin': { host: 'all', in: MEETING },
  'contribution.helpful': { host: 'seat', rep: 'seat', in: MEETING },
  'ladder.open': { host: 'all', in: LIVE },
  'ladder.reveal': { host: 'all', in: LIVE },
  'ladder.vote': { rep: 'other', in: LIVE },
  'commitment.make': { host: 'own', rep: 'own', in: MEETING },
  'checkin.record': { host: 'all', rep: 'own', in: MEETING },
  'floor.open': { host: 'all', in: MEETING },
  'floor.close': { host: 'all', in: MEETING },
  'floor.release': { host: 'all', notForStandIn: true, in: MEETING },
  'floor.ask': { host: 'all', rep: 'when_open', observer: 'one_sealed', in: MEETING },
  'floor.answer': { host: 'all', rep: 'all', in: MEETING },
  'takeaway.leave': { host: 'all', rep: 'all', in: MEETING },
  'participant.remove': { host: 'all', in: NOT_CANCELLED },
} as const satisfies Record<string, Rule>;

export type CommandType = keyof typeof COMMANDS;
export const COMMAND_TYPES = Object.keys(COMMANDS) as CommandType[];

/** What a role in the session is granted for a command; `undefined` is a plain no. */
export function grantOf(role: Role, command: CommandType, standsIn = false): Grant | undefined {
  const rule: Rule = COMMANDS[command];
  if (!standsIn) return rule[role];
  // They are a rep who reads what the room reads: what reps alone may do stays theirs.
  return rule.notForStandIn ? undefined : (rule.host ?? rule.rep);
}

/**
 * Whether the session's status lets a command through. An observer's sealed question may come before the start too;
 * late words may come in the closing round; `reopen` of an ended session has a limit of its own (REOPEN_MS).
 */
export function statusAllows(
  command: CommandType,
  status: SessionStatus,
  has: { role: Role; late?: boolean },
): boolean {
  if (command === 'floor.ask' && has.role === 'observer' && status === 'scheduled') return true;
  if (command === 'contribution.add' && has.late && status === 'closing') return true;
  const rule: Rule = COMMANDS[command];
  return rule.in.includes(status);
}

/** An ended session may be reopened for half an hour. */
export const REOPEN_MS = 30 * 60_000;
/** A rep may run the meeting once no host has been there for this long. */
export const TAKE_OVER_MS = 3 * 60_000;
/** A live session that no host has visited for this long ends itself. */
export const ABANDONED_MS = 12 * 60 * 60_000;

/** What the phase lets a rep say, when the lab is strict: questions in clarify, every kind in coach, answers from clarify on. */
export function phaseAllows(phase: Phase, kind: ContributionKind, strict: boolean): boolean {
  if (!strict || phase === 'coach') return true;
  if (phase === 'present') return false;
  return kind === 'answer' || (phase === 'clarify' && kind === 'question');
}

/**
 * Whether a rep may send words late to the open turn: once a phase that lets them through is there, or has passed, be it
 * that it was left (`left`) or passed over.
 */
export function lateAllows(
  turn: { phase: Phase; left: Partial<Record<Phase, number>> },
  kind: ContributionKind,
  strict: boolean,
): boolean {
  const now = PHASES.indexOf(turn.phase);
  return PHASES.some((phase, at) => (at <= now || turn.left[phase] !== undefined) && phaseAllows(phase, kind, strict));
}

/** The phases in which the ladder vote may be opened. */
export const VOTE_PHASES: readonly Phase[] = ['clarify', 'coach'];

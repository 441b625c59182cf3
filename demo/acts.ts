import type { CommandType } from '@/domain/permissions';
import type { Contribution, Id, SessionState, Turn } from '@/domain/session';
import type { Actor } from './cast';
import { seatFor } from './seats-live';

/** One thing that a simulated person does next; `words` are written first, for as long as they take. */
export interface Act {
  type: CommandType;
  data?: object;
  words?: string;
}

/** What an act is chosen by: who, in which room, and who else is there. */
export interface View {
  actor: Actor;
  id: Id;
  state: SessionState;
  /** Ids of everybody in the room, and of those among them who are simulated. */
  here: ReadonlySet<Id>;
  simulated: ReadonlySet<Id>;
  now: number;
  random: () => number;
}

/** What the scripts say of the open turn's deal. */
export function seatOf({ state }: View, turn: Turn) {
  return seatFor(state.scenarios[turn.scenarioId]?.title ?? '');
}

export function said(turn: Turn, body: string): boolean {
  return turn.contributions.some((one) => one.body === body);
}

/** Questions of the turn that the hot seat has not answered. */
export function unanswered(turn: Turn): Contribution[] {
  const answered = new Set(turn.contributions.map(({ replyTo }) => replyTo));
  return turn.contributions.filter((one) => one.kind === 'question' && !one.gone && !answered.has(one.id));
}

export function pick<T>(from: readonly T[], random: () => number): T | undefined {
  return from[Math.floor(random() * from.length)];
}

/** A number from 0 to 1 that is always the same for the same text: a mind that is made up once. */
export function whim(text: string): number {
  let hash = 7;
  for (const letter of text) hash = (hash * 31 + letter.charCodeAt(0)) % 9973;
  return hash / 9973;
}

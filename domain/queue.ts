import { dayIn } from './session/decide/input';
import type { Day, Id, Scenario, SessionState } from './session/state';

/** Why a scenario stands where it stands, as a fact that a screen puts into words. */
export type QueueReason =
  | { kind: 'deadline'; on: Day; days: number }
  | { kind: 'seconds'; count: number }
  | { kind: 'first_seat' }
  | { kind: 'last_seat'; weeks: number }
  | { kind: 'coached'; times: number }
  | { kind: 'deferred' }
  | { kind: 'carried'; times: number; weeks: number };

export interface Suggestion {
  scenarioId: Id;
  points: number;
  reasons: QueueReason[];
}

type Waiting = Pick<Scenario, 'seconds' | 'standing' | 'deadline' | 'carriedWeeks' | 'deferred' | 'submittedAt'>;

const DAY_MS = 24 * 60 * 60_000;
const WEEK_MS = 7 * DAY_MS;

/** The most that each fact can weigh. */
const MOST = { weeks: 8, seconds: 10, coached: 4 } as const;

/**
 * Everything that explains a scenario's place: that it waits since an earlier session first, then the deal's deadline,
 * then people. `now` is in ms.
 */
export function queueReasons(scenario: Waiting, now: number, timeZone: string): QueueReason[] {
  const { seconds, standing, deadline, carriedWeeks, deferred, submittedAt } = scenario;
  const reasons: QueueReason[] = [];
  if (carriedWeeks > 0) {
    const waited = Math.max(0, Math.round((now - Date.parse(submittedAt)) / WEEK_MS));
    reasons.push({ kind: 'carried', times: carriedWeeks, weeks: waited });
  }
  if (deadline) reasons.push({ kind: 'deadline', on: deadline, days: daysUntil(deadline, now, timeZone) });
  if (seconds.length > 0) reasons.push({ kind: 'seconds', count: seconds.length });
  const weeks = weeksSinceSeat(scenario, now);
  reasons.push(weeks === null ? { kind: 'first_seat' } : { kind: 'last_seat', weeks });
  if (standing.coached > 0) reasons.push({ kind: 'coached', times: standing.coached });
  if (deferred) reasons.push({ kind: 'deferred' });
  return reasons;
}

/**
 * What a scenario weighs in the suggestion, 0 to 28:
 * a point for each week since its rep last had the seat, 8 at most, and 8 for a first seat;
 * two for each who seconds it, 10 at most; one for every three times its rep coached others since, 4 at most;
 * 6 where its deadline is within a week, 3 within two, none once it has passed.
 */
export function queuePoints(scenario: Waiting, now: number, timeZone: string): number {
  const weeks = weeksSinceSeat(scenario, now) ?? MOST.weeks;
  const days = scenario.deadline ? daysUntil(scenario.deadline, now, timeZone) : -1;
  return (
    Math.min(weeks, MOST.weeks) +
    Math.min(2 * scenario.seconds.length, MOST.seconds) +
    Math.min(Math.floor(scenario.standing.coached / 3), MOST.coached) +
    (days < 0 ? 0 : days <= 7 ? 6 : days <= 14 ? 3 : 0)
  );
}

/**
 * An order to suggest, next first, each with its reasons: the most points first; equals stay as they stand.
 * The same queue at the same time always gives the same order. The host decides. Before the start the state doesn't
 * know the lab's zone yet: then it is handed in.
 */
export function suggestOrder(
  state: Pick<SessionState, 'queue' | 'scenarios' | 'settings'>,
  now: number,
  timeZone: string = state.settings.timeZone,
): Suggestion[] {
  return state.queue
    .flatMap((id) => state.scenarios[id] ?? [])
    .map((scenario) => ({
      scenarioId: scenario.id,
      points: queuePoints(scenario, now, timeZone),
      reasons: queueReasons(scenario, now, timeZone),
    }))
    .sort((a, b) => b.points - a.points);
}

/** The `queue.move` commands, one after the other, that bring a queue into another order; what it doesn't name comes last. */
export function movesTo(queue: readonly Id[], wanted: readonly Id[]): { scenarioId: Id; to: number }[] {
  const now = [...queue];
  const moves: { scenarioId: Id; to: number }[] = [];
  const known = wanted.filter((id) => now.includes(id));
  known.forEach((scenarioId, to) => {
    const from = now.indexOf(scenarioId);
    if (from === to) return;
    now.splice(from, 1);
    now.splice(to, 0, scenarioId);
    moves.push({ scenarioId, to });
  });
  return moves;
}

/** A reason in plain words, in lower case, to be joined by commas. */
export function reasonText(reason: QueueReason): string {
  switch (reason.kind) {
    case 'deadline':
      if (reason.days < 0) return 'deadline passed';
      if (reason.days === 0) return 'decision due today';
      return reason.days === 1 ? 'decision due tomorrow' : `decision due in ${reason.days} days`;
    case 'seconds':
      return `seconded by ${reason.count}`;
    case 'first_seat':
      return 'first seat';
    case 'last_seat':
      if (reason.weeks === 0) return 'had the seat this week';
      return reason.weeks === 1 ? 'had the seat last week' : `${reason.weeks} weeks since last seat`;
    case 'coached':
      return reason.times === 1 ? 'coached once' : `coached ${reason.times} times`;
    case 'deferred':
      return 'put off, its rep was not there';
    case 'carried':
      return carriedText(reason);
  }
}

function carriedText({ times, weeks }: Extract<QueueReason, { kind: 'carried' }>): string {
  const often = times === 1 ? 'carried over from last time' : `carried over ${times} times`;
  return weeks > 1 ? `waiting for ${weeks} weeks, ${often}` : often;
}

function weeksSinceSeat({ standing }: Pick<Scenario, 'standing'>, now: number): number | null {
  if (standing.lastSeatAt === null) return null;
  return Math.max(0, Math.round((now - Date.parse(standing.lastSeatAt)) / WEEK_MS));
}

/** Whole days from today in that zone; negative once it has passed. */
function daysUntil(day: Day, now: number, timeZone: string): number {
  return Math.round((Date.parse(day) - Date.parse(dayIn(timeZone, now))) / DAY_MS);
}

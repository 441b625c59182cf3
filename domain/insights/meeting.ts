import { PHASES, type Phase } from '../vocabulary';
import type { PhaseCase, SessionCase, TurnCase } from './cases';
import { median, sum } from './numbers';

/** A phase over all turns: the middle of what was planned and of what it took, in seconds. */
export interface PhaseTime {
  phase: Phase;
  turns: number;
  planned: number;
  took: number;
}

/** How long the phases took beside their plan; a phase that no turn went through is left out. */
export function phaseTimesOf(cases: readonly PhaseCase[]): PhaseTime[] {
  return PHASES.flatMap((phase) => {
    const own = cases.filter((one) => one.phase === phase);
    const planned = median(own.map(({ plannedSeconds }) => plannedSeconds));
    const took = median(own.map(({ seconds }) => seconds));
    return planned === null || took === null ? [] : [{ phase, turns: own.length, planned, took }];
  });
}

/** How many of the turns took longer than all their phases were planned, by more than a tenth. */
export function turnsOver(cases: readonly PhaseCase[]): { turns: number; over: number } {
  const planned = new Map<string, { planned: number; took: number }>();
  for (const { turnId, plannedSeconds, seconds } of cases) {
    const turn = planned.get(turnId) ?? { planned: 0, took: 0 };
    planned.set(turnId, { planned: turn.planned + plannedSeconds, took: turn.took + seconds });
  }
  const turns = [...planned.values()];
  return { turns: turns.length, over: turns.filter((turn) => turn.took > turn.planned * 1.1).length };
}

const DAY_MS = 86_400_000;

/** How long deals waited from being brought to the hot seat, in days, by the first turn of each; the longest first. */
export function waitingOf(turns: readonly TurnCase[]): {
  days: number | null;
  cases: { turn: TurnCase; days: number }[];
} {
  const first = new Map<string, TurnCase>();
  for (const turn of turns) {
    const known = first.get(turn.scenarioId);
    if (!known || turn.startedAt < known.startedAt) first.set(turn.scenarioId, turn);
  }
  const cases = [...first.values()]
    .map((turn) => ({ turn, days: Math.max(0, turn.startedAt - turn.submittedAt) / DAY_MS }))
    .sort((a, b) => b.days - a.days);
  return { days: median(cases.map(({ days }) => days)), cases };
}

/** How many come, on an ordinary week: the mean of the sessions' counts, rounded; null without sessions. */
export function usuallyInTheRoom(sessions: readonly SessionCase[]): number | null {
  if (sessions.length === 0) return null;
  return Math.round(sum(sessions, ({ inTheRoom }) => inTheRoom) / sessions.length);
}

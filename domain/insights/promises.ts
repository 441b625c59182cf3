import { DECISIONS, OUTCOMES, type Decision, type Outcome } from '../vocabulary';
import type { TurnCase } from './cases';
import { groupBy } from './numbers';

/** A session's commitments with a next step: done by the day, not, or still open. */
export interface SessionPromises {
  sessionId: string;
  sessionNumber: number;
  kept: TurnCase[];
  missed: TurnCase[];
  open: TurnCase[];
}

/** Follow-through by session, the earliest first, and over all that are no longer open. */
export function followThroughOf(turns: readonly TurnCase[]): {
  sessions: SessionPromises[];
  kept: number;
  closed: number;
} {
  const promised = turns.filter((turn) => turn.promised);
  const sessions = [...groupBy(promised, ({ sessionId }) => sessionId).values()]
    .flatMap((cases) => {
      const [first] = cases;
      if (!first) return [];
      return {
        sessionId: first.sessionId,
        sessionNumber: first.sessionNumber,
        kept: cases.filter(({ kept }) => kept === true),
        missed: cases.filter(({ kept }) => kept === false),
        open: cases.filter(({ kept }) => kept === null),
      };
    })
    .sort((a, b) => a.sessionNumber - b.sessionNumber);
  const kept = promised.filter((turn) => turn.kept === true).length;
  return { sessions, kept, closed: promised.filter((turn) => turn.kept !== null).length };
}

/** A deal's latest outcome: what was reported, or that its rep moved on by the decision itself. */
export function outcomeOf({ outcome, decision }: TurnCase): Outcome | null {
  return outcome ?? (decision === 'move_on' ? 'moved_on' : null);
}

/** The latest outcome of each deal, by outcome, the most frequent first. `turns` are the latest first. */
export function outcomesOf(turns: readonly TurnCase[]): {
  outcomes: { outcome: Outcome; cases: TurnCase[] }[];
  cases: TurnCase[];
} {
  const seen = new Set<string>();
  const cases = turns.filter(
    (turn) => outcomeOf(turn) !== null && !seen.has(turn.scenarioId) && seen.add(turn.scenarioId),
  );
  const outcomes = OUTCOMES.map((outcome) => ({
    outcome,
    cases: cases.filter((turn) => outcomeOf(turn) === outcome),
  })).sort((a, b) => b.cases.length - a.cases.length);
  return { outcomes, cases };
}

/** What each decision led to: by decision, how often each latest outcome, and how often none is known yet. */
export function decisionsOf(turns: readonly TurnCase[]): {
  decision: Decision;
  cases: TurnCase[];
  outcomes: Record<Outcome, number>;
  unknown: number;
}[] {
  return DECISIONS.map((decision) => {
    const cases = turns.filter((turn) => turn.decision === decision);
    const counts = OUTCOMES.map((outcome) => [outcome, cases.filter((turn) => outcomeOf(turn) === outcome).length]);
    const outcomes = Object.fromEntries(counts) as Record<Outcome, number>;
    return { decision, cases, outcomes, unknown: cases.filter((turn) => outcomeOf(turn) === null).length };
  });
}

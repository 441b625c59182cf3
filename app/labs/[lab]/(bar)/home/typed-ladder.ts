import type { OwnLadder } from '@/domain/session/state';
import { ANSWERS, RUNGS } from '@/domain/vocabulary';
import { rungsOf, type LadderInputRung } from '@/ui/ladder/input-rungs';

/** What the fields of a form are called that a `LadderInput` is in. */
export const LADDER_FIELDS = 'ladder';

export type Typed = Record<string, string>;

/** A ladder as its fields were posted, to be shown again; undefined where it is the one that the form began with. */
export function touchedLadder(typed: Typed): LadderInputRung[] | undefined {
  const shown = rungsTyped(typed);
  const began = rungsOf(ladderBegan(typed));
  const same = shown.every(
    ({ answer, evidence }, rung) => answer === began[rung]?.answer && evidence.trim() === began[rung].evidence,
  );
  return same ? undefined : shown;
}

/** The rungs as their fields were posted, lowest first. */
export function rungsTyped(typed: Typed): LadderInputRung[] {
  return RUNGS.map((_, rung) => ({
    answer: ANSWERS.find((answer) => answer === typed[`${LADDER_FIELDS}-answer-${rung}`]) ?? null,
    evidence: typed[evidenceField(rung)] ?? '',
  }));
}

/** The ladder that the fields of a form say; undefined where it is the one that the form began with: it isn't told again. */
export function ladderTyped(typed: Typed) {
  const said = touchedLadder(typed)?.map(({ answer, evidence }) => ({
    answer,
    evidence: evidence.trim() || undefined,
  }));
  return said?.some(({ answer, evidence }) => answer !== null || evidence !== undefined) ? said : undefined;
}

/** What the field of a rung's evidence is called, from 0. */
export function evidenceField(rung: number): string {
  return `${LADDER_FIELDS}-evidence-${rung}`;
}

/** The ladder that a form began with, as it carries it. */
function ladderBegan({ ladderBefore = '' }: Typed): OwnLadder | undefined {
  try {
    return (JSON.parse(ladderBefore) as OwnLadder | null) ?? undefined;
  } catch {
    return undefined;
  }
}

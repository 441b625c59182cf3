import { optionalText } from '@/domain/texts';
import { LIMITS, RUNGS } from '@/domain/vocabulary';
import { evidenceField, ladderTyped, rungsTyped, type Typed } from './typed-ladder';

/** What is wrong with the evidence of a rung, by the field's name. */
export function evidenceErrors(typed: Typed): Record<string, string> {
  const checked = optionalText(LIMITS.field);
  return Object.fromEntries(
    rungsTyped(typed).flatMap(({ evidence }, rung) => {
      const { error } = checked.safeParse(evidence);
      const [fault] = error?.issues ?? [];
      return fault ? [[evidenceField(rung), fault.message]] : [];
    }),
  );
}

/** What is wrong with a ladder that can't be recorded, in a sentence; undefined where it isn't the ladder. */
export function ladderFault(typed: Typed): string | undefined {
  const errors = evidenceErrors(typed);
  const rung = RUNGS.findIndex((_, at) => evidenceField(at) in errors);
  if (rung >= 0) return `Rung ${rung + 1}: ${errors[evidenceField(rung)]}`;
  const isHalf = ladderTyped(typed)?.some(({ answer }) => answer === null);
  return isHalf ? 'Answer all five rungs, or leave the ladder out.' : undefined;
}

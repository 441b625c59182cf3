import type { Report } from '@/db/checkins';

/** The field that says which look back a form began with. */
const BEGAN = 'lookingBackBegan';

/**
 * The look back that a form shows: the one that was chosen there, left open too, where it came back with another than it
 * began with; else that of the report that it goes on from.
 */
export function lookedBack(
  typed: Record<string, string> | undefined,
  before: Pick<Report, 'lookingBack'> | undefined,
): number | undefined {
  const chosen = typed?.lookingBack;
  if (!typed || chosen === undefined || isLookCarried(typed)) return before?.lookingBack ?? undefined;
  return chosen === '' ? undefined : Number(chosen);
}

/** Whether a form came with the look back that it began with. */
export function isLookCarried(typed: Record<string, string>): boolean {
  return typed.lookingBack === typed[BEGAN];
}

/** How a form carries what it began with. */
export function beganWith(before: Pick<Report, 'lookingBack'> | undefined): Record<string, string> {
  return { [BEGAN]: String(before?.lookingBack ?? '') };
}

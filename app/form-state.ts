import type { z } from 'zod';

/** What a form's server action answers: what was typed, what is wrong with it, or what came of it. */
export interface FormState<Done = undefined> {
  values?: Record<string, string>;
  /** By the field's name. */
  errors?: Record<string, string>;
  /** About the whole form. */
  message?: string;
  done?: Done;
}

/** The text fields of a form. */
export function typedIn(form: FormData): Record<string, string> {
  const entries = [...form.entries()].filter((entry): entry is [string, string] => typeof entry[1] === 'string');
  return Object.fromEntries(entries.filter(([name]) => !name.startsWith('$ACTION')));
}

/** What was typed, to be shown again; never a password. */
export function kept(typed: Record<string, string>): Record<string, string> {
  return Object.fromEntries(Object.entries(typed).filter(([name]) => !/password/i.test(name)));
}

/** The first thing that is wrong with each field, by the field's path. */
export function errorsOf(error: z.ZodError): Record<string, string> {
  const errors: Record<string, string> = {};
  for (const { path, message } of error.issues) errors[path.join('.')] ??= message;
  return errors;
}

/** Why something was refused. `message` is a sentence for a person; `field` is a path into `data`. */
export const REFUSAL_CODES = [
  'too_large',
  'rate_limited',
  'invalid',
  'read_only',
  'forbidden',
  'not_found',
  'wrong_status',
  'wrong_phase',
  'conflict',
  'unavailable',
] as const;
export type RefusalCode = (typeof REFUSAL_CODES)[number];

export interface Refusal {
  code: RefusalCode;
  message: string;
  field?: string;
}

/** Makes a refusal; a value, never thrown across a module's edge. */
export function refusal(code: RefusalCode, message: string, field?: string): Refusal {
  return field === undefined ? { code, message } : { code, message, field };
}

export const UNAVAILABLE = refusal(
  'unavailable',
  "The lab's records can't be reached just now. Try again in a moment.",
);
export const TOO_LARGE = refusal('too_large', 'That is too long to send. Shorten it, then send it again.');

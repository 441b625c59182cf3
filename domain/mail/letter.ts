import type { Outcome } from '../vocabulary';

/** A mail before it is drawn: the HTML and the plain text say the same. Whatever people wrote stands in it as they wrote it. */
export interface Letter {
  subject: string;
  title: string;
  /** A few lines under the title. */
  lead: string[];
  parts: Part[];
  /** Why one gets it, or what holds for it. */
  foot: string;
}

export type Part =
  /** Somebody's words, with what they are. */
  | { type: 'said'; label: string; words: string }
  /** A question that was asked of everyone. */
  | { type: 'asked'; words: string; label: string; detail: string }
  | { type: 'list'; numbered: boolean; items: { title: string; details: string[] }[] }
  /** The one thing to do. */
  | { type: 'button'; label: string; url: string }
  /** Where `text` is read in the link's place: a number that rings. */
  | { type: 'link'; label: string; url: string; text?: string }
  | { type: 'outcomes'; label: string; choices: { outcome: Outcome; label: string; url: string }[] }
  | { type: 'note'; text: string };

/** The links at a mail's foot. */
export interface FootLinks {
  /** Where one chooses what to get; missing for who has no account. */
  choices?: string;
  /** Turns this kind off; missing where that can't be. */
  off?: string;
}

/** A text on one line: what stands in a header can hold no line break, nor anything else that isn't seen. */
export function oneLine(text: string): string {
  return text.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\s]+/gu, ' ').trim();
}

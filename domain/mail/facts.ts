import type { Climb } from '../ladder';
import type { Outcome, Role } from '../vocabulary';
import type { LabChange } from './data';
import type { RecapFacts } from './recap-facts';

/** The lab in whose name a mail is sent. */
export interface MailLab {
  name: string;
  slug: string;
  /** IANA zone in which a mail tells times: its reader's, or the lab's; it says which. */
  zone: string;
}

/** A session of a lab; instants in ms. */
export interface MailSession {
  id: string;
  number: number;
  startsAt: number;
}

interface OfLab {
  lab: MailLab;
}

export interface ReminderFacts extends OfLab {
  session: MailSession & { durationMinutes: number; callUrl: string | null };
  /** The reader's own deal: its place in the queue, from 1. */
  deal?: { place: number; title: string };
  /** What the reader committed to, and hasn't reported on. */
  said: { words: string; dueOn: string | null }[];
  /** The lab's day, YYYY-MM-DD. */
  today: string;
}

/** What became of a commitment that uses the reader's words. */
export interface UsedWords {
  /** The account's alias, or the deal's title. */
  deal: string;
  rep: string;
  outcome: Outcome;
  /** What the rep says happened, in a line; else what they had said they would do. */
  said: string | null;
  /** What the ladder that was told came to; undefined where none was. */
  climb: Climb | undefined;
  /** The reader's own words, the first of them. */
  words: string;
}

/** What a mail is written from, read when it is sent. Nothing that its reader may not know. */
export interface MailFacts {
  invitation: OfLab & { by: string; role: Role; token: string; until: number };
  /** Who waits, the longest first; of very many the first ones alone, and how many more. */
  request: OfLab & { asking: { name: string; email: string; words: string }[]; more: number };
  answer: OfLab & { accepted?: { role: Role; token: string } };
  reminder_day: ReminderFacts;
  reminder_hour: ReminderFacts;
  session_moved: OfLab & { moves: { session: MailSession; from: number }[] };
  /**
   * `next` comes instead of the first of those: the next after it, or one that was scheduled since for its day; `waited`: what
   * waited for them went there.
   */
  session_cancelled: OfLab & {
    sessions: MailSession[];
    next?: MailSession;
    waited?: boolean;
    held?: true;
    because?: LabChange;
  };
  commitment_due: OfLab & {
    commitmentId: string;
    /** The account's alias, or the deal's title. */
    deal: string;
    dueOn: string;
    words: string;
    /** Whose words it rests on. */
    uses: string[];
  };
  words_used: OfLab & { reports: UsedWords[] };
  carried_over: OfLab & {
    session: MailSession;
    /** The number of the session that did not reach them. */
    from: number;
    /** The reader's, next first; places in the queue from 1. */
    deals: { scenarioId: string; title: string; place: number; seconds: number }[];
  };
  recap: OfLab & RecapFacts & { session: MailSession };
  password_reset: { token: string; until: number };
  /** Of the account, not of the lab: an archived one sends no mail. */
  password_link: { by: string; lab: string };
  email_confirmation: { token: string; until: number };
  address_changed: { address: string };
}

/** Where and when a mail is written. */
export interface MailSetting {
  /** The address that people open, without a slash at its end. */
  origin: string;
  /** ms since the epoch. */
  now: number;
}

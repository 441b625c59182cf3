import type { Decision, Role } from '../vocabulary';

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

/** What a mail is written from, read when it is sent. Nothing that its reader may not know. */
export interface MailFacts {
  invitation: OfLab & { by: string; role: Role; token: string; until: number };
  request: OfLab & { name: string; email: string; words: string };
  answer: OfLab & { accepted?: { role: Role; token: string } };
  reminder_day: ReminderFacts;
  reminder_hour: ReminderFacts;
  session_moved: OfLab & { moves: { session: MailSession; from: number }[] };
  session_cancelled: OfLab & { sessions: MailSession[]; next?: MailSession };
  commitment_due: OfLab & {
    commitmentId: string;
    /** The account's alias, or the deal's title. */
    deal: string;
    dueOn: string;
    words: string;
    /** Whose words it rests on. */
    uses: string[];
  };
  recap: OfLab & {
    session: MailSession;
    counts: { turns: number; contributions: number; helpful: number; movedOn: number };
    deals: { title: string; rep: string; decision?: Decision; dueOn?: string }[];
    asked?: { words: string; by: string; answers: number };
  };
  password_reset: { token: string; until: number };
  email_confirmation: { token: string; until: number };
}

/** Where and when a mail is written. */
export interface MailSetting {
  /** The address that people open, without a slash at its end. */
  origin: string;
  /** ms since the epoch. */
  now: number;
}

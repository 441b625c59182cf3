import type { Role } from '../vocabulary';
import type { MailKind } from './kinds';

/**
 * What each kind of mail is written down with: ids, links and the instants that it tells of. The rest is read when it is
 * sent, as it then stands. Instants are ISO 8601; a token is that of a link.
 */
export interface MailData {
  invitation: { token: string; role: Role; by: string; until: string };
  /** The first request that it tells of; it tells of those that came later too. */
  request: { requestId: string };
  /** With a token it is a yes, and the way in. */
  answer: { token?: string; role?: Role; until?: string };
  reminder_day: { startsAt: string };
  reminder_hour: { startsAt: string };
  session_moved: { moves: SessionMove[] };
  /** With `because` it tells of whatever the lab had ahead at that instant; with `held`, of sessions that are held after all. */
  session_cancelled: {
    sessions: { sessionId: string; startsAt: string }[];
    held?: true;
    because?: LabChange;
    since?: string;
  };
  commitment_due: { commitmentId: string; dueOn: string };
  /** Those who are told read what became of these. */
  words_used: { checkInIds: string[] };
  /** From which session; the mail's own is the one that took it over. */
  carried_over: { from: string };
  recap: Record<string, never>;
  password_reset: { token: string; until: string };
  password_link: { by: string; lab: string };
  email_confirmation: { token: string; until: string };
  address_changed: { address: string };
}

/** A lab was put away or deleted, and nothing that was to come is held; or it was brought back, and all is held again. */
export type LabChange = 'archived' | 'deleted' | 'back';

export interface SessionMove {
  sessionId: string;
  from: string;
  to: string;
}

/** A mail as it is written into the outbox. */
export interface NewMail<Kind extends MailKind = MailKind> {
  kind: Kind;
  /** What makes it the same mail: written twice with the same key, it is one. Begins with the kind. */
  key: `${Kind}:${string}`;
  /** The address. */
  to: string;
  /** Whose address it is, and whose choice; missing for somebody without an account. */
  userId?: string;
  /** The lab in whose name it is sent. */
  labId?: string;
  sessionId?: string;
  data: MailData[Kind];
  /** Not before this instant; at once when missing. */
  dueAt?: Date;
}

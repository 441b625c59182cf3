import type { ChosenKind } from './kinds';

/** What each kind is called where one chooses it, and when it comes. */
export const MAIL_NAMES: Record<ChosenKind, { name: string; when: string }> = {
  reminder_day: { name: 'Session tomorrow', when: 'a day before a session' },
  reminder_hour: { name: 'Session soon', when: 'an hour before a session' },
  session_moved: { name: 'A session moves', when: 'when a host gives it another time' },
  session_cancelled: { name: 'A session is cancelled', when: 'when a host cancels it' },
  commitment_due: { name: 'A commitment is due', when: 'in the morning of its day' },
  recap: { name: 'Recap', when: 'when a host ends the session' },
  request: { name: 'Somebody asks to join', when: 'to hosts, once for each request' },
};

/** In the order in which they are offered. */
export const MAIL_ORDER = Object.keys(MAIL_NAMES) as ChosenKind[];

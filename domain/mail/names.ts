import { isPersons, type ChosenKind } from './kinds';

/** What each kind is called where one chooses it, and when it comes. */
export const MAIL_NAMES: Record<ChosenKind, { name: string; when: string }> = {
  reminder_day: { name: 'Session tomorrow', when: 'a day before a session' },
  reminder_hour: { name: 'Session soon', when: 'an hour before a session' },
  session_moved: { name: 'A session moves', when: 'when a host gives it another time' },
  session_cancelled: {
    name: 'A session is cancelled',
    when: 'when a session is cancelled, alone or with its lab, or is held after all',
  },
  commitment_due: { name: 'A commitment is due', when: 'in the morning of its day' },
  words_used: { name: 'What became of your words', when: 'half an hour after a deal that uses them is reported on' },
  carried_over: { name: 'Your deal is carried over', when: 'half an hour after a session that did not reach it' },
  recap: { name: 'Recap', when: 'half an hour after the end, when it can no more be undone' },
  request: { name: 'Somebody asks to join', when: 'to hosts, once an hour at most' },
  password_reset: { name: 'A new password', when: 'when you have forgotten it, and ask for another' },
  invitation: { name: 'Invitations', when: 'when a host invites this address to a lab' },
  answer: { name: 'Answers of a lab', when: 'when you asked to join one with this address' },
  email_confirmation: { name: 'Address confirmation', when: 'when an account gives this address' },
};

/** Those that an account chooses, in the order in which they are offered. */
export const MAIL_ORDER = (Object.keys(MAIL_NAMES) as ChosenKind[]).filter(isPersons);

import { unturned } from '../direction';
import { dueLetter, recapLetter } from './deal-letters';
import {
  addressChangedLetter,
  answerLetter,
  confirmationLetter,
  invitationLetter,
  linkMadeLetter,
  passwordLetter,
  requestLetter,
} from './door-letters';
import type { MailFacts, MailSetting } from './facts';
import type { MailKind } from './kinds';
import { oneLine, type Letter } from './letter';
import { carriedLetter, usedLetter } from './news-letters';
import { cancelledLetter, dayLetter, hourLetter, movedLetter } from './session-letters';

const WRITERS: { [Kind in MailKind]: (facts: MailFacts[Kind], setting: MailSetting) => Letter } = {
  invitation: invitationLetter,
  request: requestLetter,
  answer: answerLetter,
  reminder_day: dayLetter,
  reminder_hour: hourLetter,
  session_moved: movedLetter,
  session_cancelled: cancelledLetter,
  commitment_due: dueLetter,
  words_used: usedLetter,
  carried_over: carriedLetter,
  recap: recapLetter,
  password_reset: passwordLetter,
  password_link: linkMadeLetter,
  email_confirmation: confirmationLetter,
  address_changed: addressChangedLetter,
};

/** Writes a mail of a kind. Its subject is one line, whatever people called things, and nothing that they wrote turns the rest round. */
export function letterOf<Kind extends MailKind>(kind: Kind, facts: MailFacts[Kind], setting: MailSetting): Letter {
  const letter = everyText(WRITERS[kind](facts, setting), unturned);
  return { ...letter, subject: oneLine(letter.subject), title: oneLine(letter.title) };
}

/** A letter with something done to each of its texts. */
function everyText(letter: Letter, write: (text: string) => string): Letter {
  return JSON.parse(JSON.stringify(letter), (_, value: unknown) => (typeof value === 'string' ? write(value) : value));
}

import { callLink, callText, isPhoneCall } from '../call';
import { DAYS_TO_RETURN } from '../leaving';
import { capital, counted, inWords, ordinal } from '../number-words';
import type { MailFacts, MailLab, MailSession, MailSetting, ReminderFacts } from './facts';
import type { Letter, Part } from './letter';
import { MAIL_NAMES } from './names';
import { dayFromNow, dayIn, dueText, lengthText, soonText, timeIn, zoneText } from './when';

/** A day before: tomorrow, or today where the night lies between. */
export function dayLetter(facts: ReminderFacts, setting: MailSetting): Letter {
  const { lab, session } = facts;
  const day = dayFromNow(session.startsAt, setting.now, lab.zone);
  const time = timeIn(session.startsAt, lab.zone);
  return {
    subject: `${capital(day)}, ${time}: ${reminded(facts)}`,
    title: `${lab.name} meets ${day} at ${time}`,
    lead: reminderLead(facts),
    parts: [
      ...facts.said.map(({ words, dueOn }) => said(words, dueOn, facts.today)),
      { type: 'button', label: 'Open the lab', url: `${setting.origin}/labs/${lab.slug}` },
      ...callPart(session.callUrl),
    ],
    foot: 'You get this a day before.',
  };
}

/** An hour before: the way in comes first. */
export function hourLetter(facts: ReminderFacts, setting: MailSetting): Letter {
  const { lab, session } = facts;
  const soon = soonText(session.startsAt, setting.now);
  const time = timeIn(session.startsAt, lab.zone);
  return {
    subject: `${capital(soon)}, ${time}: ${reminded(facts)}`,
    title: `${lab.name} meets ${soon}, at ${time}`,
    lead: reminderLead(facts),
    parts: [
      { type: 'button', label: 'Open the lobby', url: `${setting.origin}/sessions/${session.id}` },
      ...callPart(session.callUrl),
    ],
    foot: 'You get this an hour before.',
  };
}

function reminded({ lab, deal }: ReminderFacts): string {
  return deal ? `your deal is ${ordinal(deal.place)}` : lab.name;
}

function reminderLead({ lab, session, deal }: ReminderFacts): string[] {
  const facts = `Session ${session.number}, ${zoneText(lab.zone)}, ${lengthText(session.durationMinutes)}.`;
  return deal ? [facts, `Your deal is ${ordinal(deal.place)}: ${deal.title}`] : [facts];
}

function said(words: string, dueOn: string | null, today: string): Part {
  const label = dueOn ? `Said in front of the room, ${dueText(dueOn, today)}` : 'Said in front of the room';
  return { type: 'said', label, words };
}

function callPart(url: string | null): Part[] {
  if (url === null) return [];
  return [
    { type: 'link', label: 'The call', url: callLink(url), ...(isPhoneCall(url) ? { text: callText(url) } : {}) },
  ];
}

/** Sessions that are at another time now. */
export function movedLetter({ lab, moves }: MailFacts['session_moved'], setting: MailSetting): Letter {
  const at = (ms: number) => atIn(ms, lab);
  const [first] = moves;
  const one = moves.length === 1 ? first : undefined;
  const many: Part = {
    type: 'list',
    numbered: false,
    items: moves.map(({ session, from }) => ({
      title: at(session.startsAt),
      details: [`Session ${session.number}, was ${at(from)}`],
    })),
  };
  return {
    subject: one ? `Moved to ${at(one.session.startsAt)}: ${lab.name}` : `${lab.name} meets at other times`,
    title: one ? `${lab.name} meets on ${at(one.session.startsAt)}` : `${lab.name} meets at other times`,
    lead: [
      one
        ? `Session ${one.session.number} was moved: it was on ${at(one.from)}.`
        : `${capital(counted(moves.length, 'session'))} were moved.`,
      `The times are ${zoneText(lab.zone)}.`,
    ],
    parts: [...(one ? [] : [many]), openLab(lab.slug, setting)],
    foot: 'You get this when a session moves.',
  };
}

const WHAT_BECAME = {
  archived: 'A host has put it away. What was said there stays, and can be read.',
  deleted: `A host has deleted it. For ${inWords(DAYS_TO_RETURN)} days a host can bring it back; then everything of it is erased.`,
} as const;

/** One choice turns all of these off: they say the same of when they come. */
const CANCELLED_FOOT = `You get this ${MAIL_NAMES.session_cancelled.when}.`;

/** Sessions that do not take place. */
export function cancelledLetter(facts: MailFacts['session_cancelled'], setting: MailSetting): Letter {
  const { lab, sessions, next, waited, held, because } = facts;
  if (held) return heldLetter(facts, setting);
  if (because === 'back') return backLetter(facts, setting);
  const at = ({ startsAt }: MailSession) => atIn(startsAt, lab);
  const [first] = sessions;
  const one = sessions.length === 1 ? first : undefined;
  // Another session has the number of one that is cancelled by now: the days alone tell which they were.
  const listed = listOf(facts, because !== undefined);
  const parts = [...listed, openLab(lab.slug, setting)];
  if (because) {
    return {
      subject: `${lab.name} is ${because}`,
      title: `${lab.name} is ${because}`,
      lead: [
        WHAT_BECAME[because],
        one
          ? `Session ${one.number}, ${at(one)}, ${zoneText(lab.zone)}, is not held.`
          : `${capital(counted(sessions.length, 'session'))} are not held. The times are ${zoneText(lab.zone)}.`,
      ],
      // Nobody opens what is deleted.
      parts: because === 'deleted' ? listed : parts,
      foot: CANCELLED_FOOT,
    };
  }
  return {
    subject: one
      ? `Cancelled: ${lab.name}, ${at(one)}`
      : `Cancelled: ${counted(sessions.length, 'session')} of ${lab.name}`,
    title: one ? `${lab.name} does not meet on ${at(one)}` : `${lab.name} does not meet on these days`,
    lead: [
      one ? 'This session is cancelled.' : `${capital(counted(sessions.length, 'session'))} are cancelled.`,
      next
        ? `The next one is session ${next.number}, ${at(next)}, ${zoneText(lab.zone)}.${waited ? ' What waited goes there.' : ''}`
        : `The times are ${zoneText(lab.zone)}.`,
    ],
    parts,
    foot: CANCELLED_FOOT,
  };
}

/** Several sessions with their times; of one the rest of the letter tells. */
function listOf({ lab, sessions }: MailFacts['session_cancelled'], numbered = true): Part[] {
  if (sessions.length === 1) return [];
  const items = sessions.map(({ startsAt, number }) => ({
    title: atIn(startsAt, lab),
    details: numbered ? [`Session ${number}`] : [],
  }));
  return [{ type: 'list', numbered: false, items }];
}

/** Sessions that were cancelled take place. */
function heldLetter(facts: MailFacts['session_cancelled'], setting: MailSetting): Letter {
  const { lab, sessions } = facts;
  const [first] = sessions;
  const one = sessions.length === 1 ? first : undefined;
  const many = counted(sessions.length, 'session');
  return {
    subject: one ? `Held after all: ${lab.name}, ${atIn(one.startsAt, lab)}` : `Held after all: ${many} of ${lab.name}`,
    title: one
      ? `${lab.name} meets on ${atIn(one.startsAt, lab)}, after all`
      : `${lab.name} meets on these days after all`,
    lead: [
      one
        ? `It was cancelled, and is held after all: session ${one.number}.`
        : `${capital(many)} were cancelled, and are held after all.`,
      `The times are ${zoneText(lab.zone)}.`,
    ],
    parts: [...listOf(facts), openLab(lab.slug, setting)],
    foot: CANCELLED_FOOT,
  };
}

/** A lab that was archived meets again. */
function backLetter({ lab, sessions: [next] }: MailFacts['session_cancelled'], setting: MailSetting): Letter {
  return {
    subject: `${lab.name} is back`,
    title: `${lab.name} is back`,
    lead: [
      'A host has brought it back, and it goes on as it was.',
      ...(next ? [`It meets next on ${atIn(next.startsAt, lab)}, ${zoneText(lab.zone)}: session ${next.number}.`] : []),
    ],
    parts: [openLab(lab.slug, setting)],
    foot: CANCELLED_FOOT,
  };
}

function atIn(ms: number, { zone }: MailLab): string {
  return `${dayIn(ms, zone)}, ${timeIn(ms, zone)}`;
}

function openLab(slug: string, { origin }: MailSetting): Part {
  return { type: 'button', label: 'Open the lab', url: `${origin}/labs/${slug}` };
}

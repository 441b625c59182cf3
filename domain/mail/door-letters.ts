import { capital, counted } from '../number-words';
import type { Role } from '../vocabulary';
import type { MailFacts, MailSetting } from './facts';
import type { Letter } from './letter';
import { spanText } from './when';

const COMES_AS: Record<Role, string> = {
  host: 'You would come as a host, and run the sessions.',
  rep: 'You would come as a rep: bring a deal that is stuck, be coached on it, and coach the others.',
  observer: 'You would come as an observer, and listen in.',
};

export function invitationLetter(
  { lab, by, role, token, until }: MailFacts['invitation'],
  setting: MailSetting,
): Letter {
  return {
    subject: `${by} invites you to ${lab.name}`,
    title: `${by} invites you to ${lab.name}`,
    lead: [COMES_AS[role]],
    parts: [
      { type: 'button', label: 'Open the invitation', url: `${setting.origin}/invite/${token}` },
      {
        type: 'note',
        text: `The link works once: keep it to yourself. It holds for ${spanText(until - setting.now)}.`,
      },
    ],
    foot: `A host of ${lab.name} gave this address. If it says nothing to you, do nothing.`,
  };
}

export function requestLetter({ lab, asking, more }: MailFacts['request'], { origin }: MailSetting): Letter {
  const [first, ...others] = asking;
  const alone = others.length === 0 && more === 0 ? first : undefined;
  const title = alone
    ? `${alone.name} asks to join ${lab.name}`
    : `${capital(counted(asking.length + more, 'person asks', 'people ask'))} to join ${lab.name}`;
  return {
    subject: title,
    title,
    lead: alone ? [alone.email] : [],
    parts: [
      ...asking.map(({ name, email, words }) => ({
        type: 'said' as const,
        label: alone ? 'In their words' : `${name}, ${email}`,
        words,
      })),
      ...(more > 0 ? [{ type: 'note' as const, text: `And ${counted(more, 'more', 'more')}.` }] : []),
      { type: 'button', label: 'Decide in the lab', url: `${origin}/labs/${lab.slug}/members` },
    ],
    foot: 'You get this because you are a host.',
  };
}

const ACCEPTED_AS: Record<Role, string> = { host: 'a host', rep: 'a rep', observer: 'an observer' };

export function answerLetter({ lab, accepted }: MailFacts['answer'], { origin }: MailSetting): Letter {
  const foot = `You asked to join ${lab.name} with this address.`;
  if (!accepted) {
    return {
      subject: `${lab.name}: your request`,
      title: `${lab.name} can’t take you in just now`,
      lead: ['Its hosts have declined your request. Thank you for asking.'],
      parts: [],
      foot,
    };
  }
  return {
    subject: `${lab.name} takes you in`,
    title: `${lab.name} takes you in`,
    lead: [`You come as ${ACCEPTED_AS[accepted.role]}.`],
    parts: [
      { type: 'button', label: 'Join the lab', url: `${origin}/invite/${accepted.token}` },
      { type: 'note', text: 'The link works once, with the address that this came to.' },
    ],
    foot,
  };
}

export function passwordLetter({ token, until }: MailFacts['password_reset'], { origin, now }: MailSetting): Letter {
  return {
    subject: 'A new password for Whetstone',
    title: 'Choose a new password',
    lead: ['Somebody, you most likely, asked for a new password to your account.'],
    parts: [
      { type: 'button', label: 'Choose a new password', url: `${origin}/password/${token}` },
      {
        type: 'note',
        text: `The link works once, and holds for ${spanText(until - now)}. It signs you out everywhere else.`,
      },
    ],
    foot: 'If it was not you, do nothing: your password stays as it is.',
  };
}

/** To whom a host made a link to a new password: nobody's account changes hands behind their back. */
export function linkMadeLetter({ lab, by }: MailFacts['password_link'], { origin }: MailSetting): Letter {
  return {
    subject: `${by} made you a link to a new password`,
    title: `${by} made you a link to a new password`,
    lead: [`As a host of ${lab}. Whoever follows it sets the password of your account, once, within a day.`],
    parts: [{ type: 'button', label: 'Your account', url: `${origin}/me` }],
    foot: 'If you did not ask for it, choose a new password yourself: that ends the link.',
  };
}

export function confirmationLetter(
  { token, until }: MailFacts['email_confirmation'],
  { origin, now }: MailSetting,
): Letter {
  return {
    subject: 'Confirm your address',
    title: 'Is this your address?',
    lead: ['Somebody, you most likely, gave it for an account on Whetstone.'],
    parts: [
      { type: 'button', label: 'Confirm the address', url: `${origin}/email/${token}` },
      { type: 'note', text: `The link works once, and holds for ${spanText(until - now)}.` },
    ],
    foot: 'If it was not you, leave the link alone. What a lab may send here has a link at its foot that ends it.',
  };
}

/** To the address that an account had: the one way in which its owner hears of a change that wasn't theirs. */
export function addressChangedLetter({ address }: MailFacts['address_changed'], { origin }: MailSetting): Letter {
  return {
    subject: 'Your account has another address now',
    title: 'Your account has another address now',
    lead: [`It is ${address}. You sign in with that one, and mail goes there.`],
    parts: [{ type: 'button', label: 'Open Whetstone', url: `${origin}/` }],
    foot: 'If it was not you, tell a host of your lab at once: they can make you a link to a new password.',
  };
}

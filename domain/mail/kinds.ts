/**
 * Everything that Whetstone writes by mail: what it is, and whose choice it is: a person's, by their account; an
 * address', where no account need stand behind it; or nobody's, where silence would be a danger to its reader.
 */
export const MAIL_KINDS = {
  /** To an address that a host gave. */
  invitation: { choice: 'address', wanted: true },
  /** To the hosts: somebody asks to join. */
  request: { choice: 'person', wanted: true },
  /** To who asked to join. */
  answer: { choice: 'address', wanted: true },
  reminder_day: { choice: 'person', wanted: true },
  reminder_hour: { choice: 'person', wanted: true },
  session_moved: { choice: 'person', wanted: true },
  session_cancelled: { choice: 'person', wanted: true },
  commitment_due: { choice: 'person', wanted: true },
  /** To those whose words a commitment uses: what became of it. */
  words_used: { choice: 'person', wanted: true },
  /** To a rep whose deal a session did not reach. */
  carried_over: { choice: 'person', wanted: true },
  /** Written for those who asked for it, and nobody else. */
  recap: { choice: 'person', wanted: false },
  password_reset: { choice: 'person', wanted: true },
  /** To an address that somebody gave as theirs: whose it is says whether they did. */
  email_confirmation: { choice: 'address', wanted: true },
  /** To a member: a host has a link by which their password can be set. */
  password_link: { choice: false },
  /** To the address that an account had before. */
  address_changed: { choice: false },
} as const satisfies Record<string, { choice: false } | { choice: 'person' | 'address'; wanted: boolean }>;

export type MailKind = keyof typeof MAIL_KINDS;

type ChosenBy<Whose> = { [K in MailKind]: (typeof MAIL_KINDS)[K] extends { choice: Whose } ? K : never }[MailKind];

/** The kinds that a person chooses to have or not. */
export type PersonsKind = ChosenBy<'person'>;

/** The kinds that are their reader's choice, with an account or without. */
export type ChosenKind = PersonsKind | ChosenBy<'address'>;

export const PERSONS_KINDS = (Object.keys(MAIL_KINDS) as MailKind[]).filter(isPersons);

/** Whether this kind is its reader's choice. */
export function isChosen(kind: MailKind): kind is ChosenKind {
  return MAIL_KINDS[kind].choice !== false;
}

/** Whether this kind is chosen by who has an account. */
export function isPersons(kind: MailKind): kind is PersonsKind {
  return MAIL_KINDS[kind].choice === 'person';
}

/** The kind that a text from outside names, if it is one that its reader chooses. */
export function chosenKind(text: string): ChosenKind | undefined {
  return (Object.keys(MAIL_KINDS) as MailKind[]).filter(isChosen).find((kind) => kind === text);
}

/** Whose choice a mail is: a person's by their id, an address' by its hash (`addressHash`). */
export type MailReader = { userId: string } | { addressHash: string };

/** Whether somebody has a kind who has chosen nothing. */
export function wantedUnasked(kind: ChosenKind): boolean {
  return MAIL_KINDS[kind].wanted;
}

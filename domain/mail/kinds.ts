/** Everything that Whetstone writes by mail: what it is, and whether its reader may turn it off. */
export const MAIL_KINDS = {
  /** To an address that a host gave. */
  invitation: { choice: false },
  /** To the hosts: somebody asks to join. */
  request: { choice: true, wanted: true },
  /** To who asked to join. */
  answer: { choice: false },
  reminder_day: { choice: true, wanted: true },
  reminder_hour: { choice: true, wanted: true },
  session_moved: { choice: true, wanted: true },
  session_cancelled: { choice: true, wanted: true },
  commitment_due: { choice: true, wanted: true },
  /** To those whose words a commitment uses: what became of it. */
  words_used: { choice: true, wanted: true },
  /** To a rep whose deal a session did not reach. */
  carried_over: { choice: true, wanted: true },
  /** Written for those who asked for it, and nobody else. */
  recap: { choice: true, wanted: false },
  password_reset: { choice: false },
  email_confirmation: { choice: false },
  /** To the address that an account had before. */
  address_changed: { choice: false },
} as const satisfies Record<string, { choice: false } | { choice: true; wanted: boolean }>;

export type MailKind = keyof typeof MAIL_KINDS;

/** The kinds that a person chooses to have or not. */
export type ChosenKind = { [K in MailKind]: (typeof MAIL_KINDS)[K] extends { choice: true } ? K : never }[MailKind];

export const CHOSEN_KINDS = (Object.keys(MAIL_KINDS) as MailKind[]).filter(isChosen);

/** Whether this kind is its reader's choice. */
export function isChosen(kind: MailKind): kind is ChosenKind {
  return MAIL_KINDS[kind].choice;
}

/** Whether a text from outside names a kind that is its reader's choice. */
export function isChosenKind(text: string): text is ChosenKind {
  return (CHOSEN_KINDS as readonly string[]).includes(text);
}

/** Whether somebody has a kind who has chosen nothing. */
export function wantedUnasked(kind: ChosenKind): boolean {
  return MAIL_KINDS[kind].wanted;
}

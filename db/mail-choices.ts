import { createHash } from 'node:crypto';
import { and, eq, sql } from 'drizzle-orm';
import {
  MAIL_KINDS,
  PERSONS_KINDS,
  isChosen,
  wantedUnasked,
  type ChosenKind,
  type MailReader,
  type PersonsKind,
} from '@/domain/mail/kinds';
import { database } from './connection';
import type { StoredMail } from './outbox';
import { mailAddressChoices, mailChoices } from './schema';

export type MailChoices = Record<PersonsKind, boolean>;

/** Which kinds of mail a person has, by their choice or by the kind's default. */
export async function mailChoicesOf(userId: string): Promise<MailChoices> {
  const rows = await database()
    .select({ kind: mailChoices.kind, wanted: mailChoices.wanted })
    .from(mailChoices)
    .where(eq(mailChoices.userId, userId))
    .limit(100);
  const chosen = new Map(rows.map(({ kind, wanted }) => [kind, wanted]));
  const choices = PERSONS_KINDS.map((kind) => [kind, chosen.get(kind) ?? wantedUnasked(kind)]);
  return Object.fromEntries(choices) as MailChoices;
}

/** Keeps what a person chose, at once; a kind that isn't named stays as it is. */
export async function chooseMail(userId: string, choices: Partial<MailChoices>): Promise<void> {
  const rows = PERSONS_KINDS.flatMap((kind) => {
    const wanted = choices[kind];
    return wanted === undefined ? [] : [{ userId, kind, wanted }];
  });
  if (rows.length === 0) return;
  await database()
    .insert(mailChoices)
    .values(rows)
    .onConflictDoUpdate({
      target: [mailChoices.userId, mailChoices.kind],
      set: { wanted: sql`excluded.wanted`, at: sql`now()` },
    });
}

/** Who may turn a mail off; undefined for a kind that nobody chooses. */
export function readerOf({ kind, userId, to }: Pick<StoredMail, 'kind' | 'userId' | 'to'>): MailReader | undefined {
  if (!isChosen(kind)) return undefined;
  if (MAIL_KINDS[kind].choice === 'address') return { addressHash: addressHash(to) };
  return userId ? { userId } : undefined;
}

/** Whether a reader has a kind of mail, by their choice or by its default. */
export async function wantsMail(reader: MailReader, kind: ChosenKind): Promise<boolean> {
  const [row] =
    'userId' in reader
      ? await database()
          .select({ wanted: mailChoices.wanted })
          .from(mailChoices)
          .where(and(eq(mailChoices.userId, reader.userId), eq(mailChoices.kind, kind)))
      : await database()
          .select({ wanted: mailAddressChoices.wanted })
          .from(mailAddressChoices)
          .where(and(eq(mailAddressChoices.addressHash, reader.addressHash), eq(mailAddressChoices.kind, kind)));
  return row?.wanted ?? wantedUnasked(kind);
}

/** Whether an address has the mail that answers its request to join: without it nobody but a host can hand it its link. */
export function wantsAnswer(address: string): Promise<boolean> {
  return wantsMail({ addressHash: addressHash(address) }, 'answer');
}

/** Turns one kind of mail off or on for who may choose it. */
export async function turnMail(reader: MailReader, kind: ChosenKind, wanted: boolean): Promise<void> {
  if ('userId' in reader) return chooseMail(reader.userId, { [kind]: wanted });
  await database()
    .insert(mailAddressChoices)
    .values({ ...reader, kind, wanted })
    .onConflictDoUpdate({
      target: [mailAddressChoices.addressHash, mailAddressChoices.kind],
      set: { wanted: sql`excluded.wanted`, at: sql`now()` },
    });
}

/** What is kept, and stands in a link, instead of an address that no account need have: SHA-256 in hexadecimal. */
export function addressHash(address: string): string {
  return createHash('sha256').update(address.trim().toLowerCase()).digest('hex');
}

import { eq, sql } from 'drizzle-orm';
import { CHOSEN_KINDS, isChosenKind, wantedUnasked, type ChosenKind } from '@/domain/mail/kinds';
import { database } from './connection';
import { mailChoices } from './schema';

export type MailChoices = Record<ChosenKind, boolean>;

/** Which kinds of mail a person has, by their choice or by the kind's default. */
export async function mailChoicesOf(userId: string): Promise<MailChoices> {
  const rows = await database()
    .select({ kind: mailChoices.kind, wanted: mailChoices.wanted })
    .from(mailChoices)
    .where(eq(mailChoices.userId, userId))
    .limit(100);
  const chosen = new Map(rows.map(({ kind, wanted }) => [kind, wanted]));
  const choices = CHOSEN_KINDS.map((kind) => [kind, chosen.get(kind) ?? wantedUnasked(kind)]);
  return Object.fromEntries(choices) as MailChoices;
}

/** Keeps what a person chose, at once; a kind that isn't named stays as it is. */
export async function chooseMail(userId: string, choices: Partial<MailChoices>): Promise<void> {
  const rows = Object.entries(choices).flatMap(([kind, wanted]) =>
    isChosenKind(kind) ? [{ userId, kind, wanted }] : [],
  );
  if (rows.length === 0) return;
  await database()
    .insert(mailChoices)
    .values(rows)
    .onConflictDoUpdate({
      target: [mailChoices.userId, mailChoices.kind],
      set: { wanted: sql`excluded.wanted`, at: sql`now()` },
    });
}

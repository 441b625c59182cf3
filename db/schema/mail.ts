import { sql } from 'drizzle-orm';
import { boolean, index, jsonb, pgTable, primaryKey, text, timestamp, uuid } from 'drizzle-orm/pg-core';
import type { ChosenKind, MailKind } from '@/domain/mail/kinds';
import { labs, users } from './people';
import { sessions } from './sessions';

const instant = (name: string) => timestamp(name, { withTimezone: true });

/** Mail to be sent: written in the transaction that it tells of, and sent by a job. */
export const outbox = pgTable(
  'outbox',
  {
    id: uuid().primaryKey(),
    /** What makes it the same mail, so that it is written once, whoever writes it and however often. */
    key: text().notNull().unique(),
    kind: text().$type<MailKind>().notNull(),
    /** The address, as it was when it was written. */
    to: text().notNull(),
    /** Whose choice it is to have it; null for somebody without an account. */
    userId: uuid('user_id').references(() => users.id, { onDelete: 'cascade' }),
    labId: uuid('lab_id').references(() => labs.id, { onDelete: 'cascade' }),
    sessionId: uuid('session_id').references(() => sessions.id, { onDelete: 'cascade' }),
    /** What the mail is made of; wiped once it was sent or dropped, for it may hold a link that is its reader's alone. */
    data: jsonb().$type<Record<string, unknown>>().notNull(),
    createdAt: instant('created_at').notNull().defaultNow(),
    /** Not before this instant. */
    dueAt: instant('due_at').notNull().defaultNow(),
    /** Handed to the queue of jobs, which tries until the mail server takes it. */
    queuedAt: instant('queued_at'),
    /** Handed to the mail server. */
    sentAt: instant('sent_at'),
    /** Not sent, and why: turned off by its reader, out of date, or refused for good. */
    droppedAt: instant('dropped_at'),
    dropped: text(),
  },
  (table) => [
    index('outbox_waiting')
      .on(table.dueAt)
      .where(sql`${table.sentAt} is null and ${table.droppedAt} is null`),
    index('outbox_user').on(table.userId),
    index('outbox_lab').on(table.labId),
    index('outbox_session').on(table.sessionId),
  ],
);

/** What whoever reads an address has chosen to have there; the address itself is not kept. */
export const mailAddressChoices = pgTable(
  'mail_address_choices',
  {
    addressHash: text('address_hash').notNull(),
    kind: text().$type<ChosenKind>().notNull(),
    wanted: boolean().notNull(),
    at: instant('at').notNull().defaultNow(),
  },
  (table) => [primaryKey({ columns: [table.addressHash, table.kind] })],
);

/** What a person has chosen to have by mail, kind by kind; without a row the kind's own default counts. */
export const mailChoices = pgTable(
  'mail_choices',
  {
    userId: uuid('user_id')
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    kind: text().$type<ChosenKind>().notNull(),
    wanted: boolean().notNull(),
    at: instant('at').notNull().defaultNow(),
  },
  (table) => [primaryKey({ columns: [table.userId, table.kind] })],
);

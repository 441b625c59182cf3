import { date, index, pgTable, primaryKey, text, timestamp, uuid } from 'drizzle-orm/pg-core';
import type { GrowthCheck, ReflectionKey } from '@/domain/why';
import { labs, users } from './people';

/** Answers to the buy-in questions: the newest of each stands, the earlier ones stay their author's. */
export const reflections = pgTable(
  'reflections',
  {
    id: uuid().primaryKey(),
    userId: uuid('user_id')
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    question: text().$type<ReflectionKey>().notNull(),
    body: text().notNull(),
    /** The author's local day on which it was written. */
    day: date().notNull(),
    writtenAt: timestamp('written_at', { withTimezone: true }).notNull().defaultNow(),
  },
  (table) => [index('reflections_user').on(table.userId, table.question, table.writtenAt)],
);

/** Lines of the growth log: the latest of a check is the one that stands. */
export const growthEntries = pgTable(
  'growth_entries',
  {
    id: uuid().primaryKey(),
    userId: uuid('user_id')
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    check: text('growth_check').$type<GrowthCheck>().notNull(),
    body: text().notNull(),
    /** The day that it is about. */
    on: date('happened_on').notNull(),
    link: text(),
    /** Until when a certification holds. */
    expiresOn: date('expires_on'),
    writtenAt: timestamp('written_at', { withTimezone: true }).notNull().defaultNow(),
  },
  (table) => [index('growth_entries_user').on(table.userId, table.check, table.writtenAt)],
);

/** What a person shares with a lab: the newest answer to a question, or `growth` for the log. */
export const shares = pgTable(
  'shares',
  {
    userId: uuid('user_id')
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    labId: uuid('lab_id')
      .notNull()
      .references(() => labs.id, { onDelete: 'cascade' }),
    what: text().$type<ReflectionKey | 'growth'>().notNull(),
    sharedAt: timestamp('shared_at', { withTimezone: true }).notNull().defaultNow(),
  },
  (table) => [primaryKey({ columns: [table.userId, table.labId, table.what] }), index('shares_lab').on(table.labId)],
);

import { sql } from 'drizzle-orm';
import { check, index, integer, pgTable, text, timestamp, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { scenarios } from './history';
import { users } from './people';
import { sessions } from './sessions';

/** What a person notes about a session or a deal, for themselves alone: no page, frame, export or mail of anybody else. */
export const notes = pgTable(
  'notes',
  {
    id: uuid().primaryKey(),
    userId: uuid('user_id')
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    sessionId: uuid('session_id').references(() => sessions.id, { onDelete: 'cascade' }),
    scenarioId: uuid('scenario_id').references(() => scenarios.id, { onDelete: 'cascade' }),
    body: text().notNull(),
    /** Counts up with each change: who writes over another version than the one they read is told so. */
    version: integer().notNull(),
    createdAt: timestamp('created_at', { withTimezone: true }).notNull().defaultNow(),
    updatedAt: timestamp('updated_at', { withTimezone: true }).notNull().defaultNow(),
  },
  (table) => [
    uniqueIndex('notes_of_session').on(table.userId, table.sessionId),
    uniqueIndex('notes_of_scenario').on(table.userId, table.scenarioId),
    index('notes_session').on(table.sessionId),
    index('notes_scenario').on(table.scenarioId),
    check('notes_about_one', sql`num_nonnulls(${table.sessionId}, ${table.scenarioId}) = 1`),
  ],
);

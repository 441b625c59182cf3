import {
  boolean,
  date,
  index,
  integer,
  json,
  jsonb,
  pgTable,
  primaryKey,
  smallint,
  text,
  timestamp,
  unique,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core';
import { sql } from 'drizzle-orm';
import type { SessionState } from '@/domain/session/state';
import type { Role, SessionStatus } from '@/domain/vocabulary';
import { labs, users } from './people';

export const sessions = pgTable(
  'sessions',
  {
    id: uuid().primaryKey(),
    labId: uuid('lab_id')
      .notNull()
      .references(() => labs.id, { onDelete: 'cascade' }),
    /** Counts up within the lab, those that have not begun by their dates. What was cancelled keeps the one that it had, and another may have it too. */
    number: integer().notNull(),
    startsAt: timestamp('starts_at', { withTimezone: true }).notNull(),
    durationMinutes: integer('duration_minutes').notNull(),
    callUrl: text('call_url'),
    /** The day of the lab's schedule that it was made for, wherever it was moved; null for a single one. */
    slot: date(),
    /** A host has set its time by hand: a changed schedule leaves it there. */
    moved: boolean().notNull().default(false),
    /** Counts what calendars have to be told anew: moved, cancelled, another call. */
    revision: integer().notNull().default(0),
    revisedAt: timestamp('revised_at', { withTimezone: true }).notNull().defaultNow(),
    /** Projected from the log, as are the instants below. */
    status: text().$type<SessionStatus>().notNull().default('scheduled'),
    startedAt: timestamp('started_at', { withTimezone: true }),
    endedAt: timestamp('ended_at', { withTimezone: true }),
    createdAt: timestamp('created_at', { withTimezone: true }).notNull().defaultNow(),
  },
  (table) => [
    uniqueIndex('sessions_lab_number')
      .on(table.labId, table.number)
      .where(sql`${table.status} <> 'cancelled'`),
    index('sessions_lab_starts').on(table.labId, table.startsAt),
    index('sessions_status').on(table.status),
    unique('sessions_lab_slot').on(table.labId, table.slot),
  ],
);

/** A link by which observers without an account listen in to one session. */
export const guestLinks = pgTable(
  'guest_links',
  {
    id: uuid().primaryKey(),
    sessionId: uuid('session_id')
      .notNull()
      .references(() => sessions.id, { onDelete: 'cascade' }),
    tokenHash: text('token_hash').notNull().unique(),
    createdBy: uuid('created_by')
      .notNull()
      .references(() => users.id),
    createdAt: timestamp('created_at', { withTimezone: true }).notNull().defaultNow(),
    expiresAt: timestamp('expires_at', { withTimezone: true }).notNull(),
    maxUses: integer('max_uses').notNull(),
    uses: integer().notNull().default(0),
    revokedAt: timestamp('revoked_at', { withTimezone: true }),
  },
  (table) => [index('guest_links_session').on(table.sessionId), index('guest_links_created_by').on(table.createdBy)],
);

/** The truth: what happened in a session, in order, without gaps. Never updated. */
export const events = pgTable(
  'events',
  {
    sessionId: uuid('session_id')
      .notNull()
      .references(() => sessions.id, { onDelete: 'cascade' }),
    seq: integer().notNull(),
    at: timestamp({ withTimezone: true, precision: 3 }).notNull(),
    /** A member's or guest's id, kept as text of the log when they are gone; null is the system. */
    by: uuid(),
    type: text().notNull(),
    /** The version in which `data` is written. */
    v: smallint().notNull(),
    data: jsonb().notNull(),
    /** The command that made it, which of its events it is, and a digest of the command's content. */
    commandId: uuid('command_id'),
    part: smallint().notNull().default(0),
    digest: text(),
  },
  (table) => [
    primaryKey({ columns: [table.sessionId, table.seq] }),
    unique('events_command').on(table.sessionId, table.commandId, table.part),
    // For how long turns took: some dozens of a session's thousands of events.
    index('events_clocks')
      .on(table.sessionId, table.seq)
      .where(
        sql`${table.type} in ('session.started', 'turn.started', 'turn.phase_changed', 'turn.paused', 'turn.resumed', 'turn.ended')`,
      ),
    // For where a deal came from: a few events of some sessions.
    index('events_carried')
      .on(table.sessionId)
      .where(sql`${table.type} = 'scenario.carried'`),
    // For what was cancelled, and how often: an event or two of a few sessions.
    index('events_cancelled')
      .on(table.sessionId, table.seq)
      .where(sql`${table.type} = 'session.cancelled'`),
  ],
);

/** A cache of folded states; `foldVersion` says by which fold. `json`, not `jsonb`, keeps the order of keys. */
export const snapshots = pgTable('snapshots', {
  sessionId: uuid('session_id')
    .primaryKey()
    .references(() => sessions.id, { onDelete: 'cascade' }),
  seq: integer().notNull(),
  foldVersion: integer('fold_version').notNull(),
  state: json().$type<SessionState>().notNull(),
});

/** Who was in the room, from when until when. `seenAt` is renewed while they are; one that went stale has left. */
export const attendance = pgTable(
  'attendance',
  {
    id: uuid().primaryKey(),
    sessionId: uuid('session_id')
      .notNull()
      .references(() => sessions.id, { onDelete: 'cascade' }),
    userId: uuid('user_id')
      .notNull()
      .references(() => users.id),
    /** The role in the session on arrival. */
    role: text().$type<Role>().notNull(),
    fromAt: timestamp('from_at', { withTimezone: true }).notNull(),
    seenAt: timestamp('seen_at', { withTimezone: true }).notNull(),
    untilAt: timestamp('until_at', { withTimezone: true }),
  },
  (table) => [index('attendance_session').on(table.sessionId, table.userId), index('attendance_user').on(table.userId)],
);

/** Who came by such a link: a person with `guest` set, for one session alone. */
export const guests = pgTable(
  'guests',
  {
    userId: uuid('user_id')
      .primaryKey()
      .references(() => users.id, { onDelete: 'cascade' }),
    linkId: uuid('link_id')
      .notNull()
      .references(() => guestLinks.id, { onDelete: 'cascade' }),
    sessionId: uuid('session_id')
      .notNull()
      .references(() => sessions.id, { onDelete: 'cascade' }),
    createdAt: timestamp('created_at', { withTimezone: true }).notNull().defaultNow(),
    pledgedAt: timestamp('pledged_at', { withTimezone: true }).notNull(),
  },
  (table) => [index('guests_link').on(table.linkId), index('guests_session').on(table.sessionId)],
);

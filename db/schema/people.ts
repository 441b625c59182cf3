import {
  boolean,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  smallint,
  text,
  timestamp,
  uuid,
} from 'drizzle-orm/pg-core';
import type { SessionSettings } from '@/domain/session/state';
import type { Role } from '@/domain/vocabulary';

const instant = (name?: string) => (name ? timestamp(name, { withTimezone: true }) : timestamp({ withTimezone: true }));

export const users = pgTable('users', {
  id: uuid().primaryKey(),
  /** In lower case. Null once the account is gone: the person is then "a former member". */
  email: text().unique(),
  name: text().notNull(),
  /** argon2id, in its own encoded form. */
  passwordHash: text('password_hash'),
  /** Raised to sign out everywhere: a sign-in carries the number it was made with. */
  signInEpoch: integer('sign_in_epoch').notNull().default(0),
  createdAt: instant('created_at').notNull().defaultNow(),
});

/** What a lab decides about its sessions, beside its name and schedule. */
export type LabSettings = Omit<SessionSettings, 'timeZone'>;

export const labs = pgTable('labs', {
  id: uuid().primaryKey(),
  slug: text().notNull().unique(),
  name: text().notNull(),
  about: text().notNull().default(''),
  /** IANA zone in which the lab counts its days. */
  timeZone: text('time_zone').notNull(),
  settings: jsonb().$type<LabSettings>().notNull(),
  pledge: text().notNull(),
  public: boolean().notNull().default(false),
  /** ISO weekday, 1 is Monday, and local time HH:MM of the weekly session. */
  weekday: smallint(),
  localTime: text('local_time'),
  durationMinutes: integer('duration_minutes').notNull().default(90),
  callUrl: text('call_url'),
  createdAt: instant('created_at').notNull().defaultNow(),
});

export const members = pgTable(
  'members',
  {
    labId: uuid('lab_id')
      .notNull()
      .references(() => labs.id, { onDelete: 'cascade' }),
    userId: uuid('user_id')
      .notNull()
      .references(() => users.id),
    role: text().$type<Role>().notNull(),
    /** When the role was last given; null where that was never noted. */
    roleSince: instant('role_since'),
    joinedAt: instant('joined_at').notNull().defaultNow(),
    pledgedAt: instant('pledged_at'),
  },
  (table) => [primaryKey({ columns: [table.labId, table.userId] }), index('members_user').on(table.userId)],
);

/** Whom a host took out of a lab, and what they were there; a link brings them back no more, but a host can. */
export const removals = pgTable(
  'removals',
  {
    labId: uuid('lab_id')
      .notNull()
      .references(() => labs.id, { onDelete: 'cascade' }),
    userId: uuid('user_id')
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    role: text().$type<Role>().notNull(),
    pledgedAt: instant('pledged_at'),
    removedAt: instant('removed_at').notNull().defaultNow(),
  },
  (table) => [primaryKey({ columns: [table.labId, table.userId] }), index('removals_user').on(table.userId)],
);

export const invitations = pgTable(
  'invitations',
  {
    id: uuid().primaryKey(),
    labId: uuid('lab_id')
      .notNull()
      .references(() => labs.id, { onDelete: 'cascade' }),
    role: text().$type<Role>().notNull(),
    /** SHA-256 of the token; the token itself is shown once and never kept. */
    tokenHash: text('token_hash').notNull().unique(),
    createdBy: uuid('created_by')
      .notNull()
      .references(() => users.id),
    createdAt: instant('created_at').notNull().defaultNow(),
    expiresAt: instant('expires_at').notNull(),
    maxUses: integer('max_uses').notNull(),
    uses: integer().notNull().default(0),
    revokedAt: instant('revoked_at'),
  },
  (table) => [
    index('invitations_lab').on(table.labId, table.createdAt),
    index('invitations_created_by').on(table.createdBy),
  ],
);

/** One-time links by which a member sets a new password. */
export const passwordLinks = pgTable(
  'password_links',
  {
    id: uuid().primaryKey(),
    userId: uuid('user_id')
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    tokenHash: text('token_hash').notNull().unique(),
    createdBy: uuid('created_by')
      .notNull()
      .references(() => users.id),
    createdAt: instant('created_at').notNull().defaultNow(),
    expiresAt: instant('expires_at').notNull(),
    usedAt: instant('used_at'),
  },
  (table) => [index('password_links_user').on(table.userId), index('password_links_created_by').on(table.createdBy)],
);

/** Failures at sign-in, by account and by address, for as long as they count. */
export const rateLimits = pgTable('rate_limits', {
  key: text().primaryKey(),
  points: integer().notNull(),
  expire: instant('expire'),
});

/** A scenario that somebody has begun to write, kept until it is submitted. */
export const drafts = pgTable(
  'drafts',
  {
    userId: uuid('user_id')
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    labId: uuid('lab_id')
      .notNull()
      .references(() => labs.id, { onDelete: 'cascade' }),
    data: jsonb().$type<Record<string, unknown>>().notNull(),
    updatedAt: instant('updated_at').notNull().defaultNow(),
  },
  (table) => [primaryKey({ columns: [table.userId, table.labId] }), index('drafts_lab').on(table.labId)],
);

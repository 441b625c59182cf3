import {
  boolean,
  date,
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
import type { EveryWeeks } from '@/domain/schedule';
import type { SessionSettings } from '@/domain/session/state';
import type { Role } from '@/domain/vocabulary';

const instant = (name?: string) => (name ? timestamp(name, { withTimezone: true }) : timestamp({ withTimezone: true }));

export const users = pgTable('users', {
  id: uuid().primaryKey(),
  /** In lower case. Null once the account is erased: `name` is "a former member" then. */
  email: text().unique(),
  name: text().notNull(),
  /** What stands on their badge; null where it is made of the name. */
  initials: text(),
  /** The IANA zone that times were last drawn in for them, and are told in by mail; null while no device has said. */
  timeZone: text('time_zone'),
  /** The IANA zone that they chose, for all their devices; null where each device's own counts. */
  chosenZone: text('chosen_zone'),
  /** argon2id, in its own encoded form. */
  passwordHash: text('password_hash'),
  /** When the person followed the link that was mailed to `email`; null while nobody has. */
  emailConfirmedAt: instant('email_confirmed_at'),
  /** Came by a link for one session: has a name, and never an email. */
  guest: boolean().notNull().default(false),
  /** When the person deleted the account; it is erased once the days to change one's mind are over. */
  leavingAt: instant('leaving_at'),
  createdAt: instant('created_at').notNull().defaultNow(),
});

/** What a lab decides about its sessions, beside its name and schedule. */
export type LabSettings = Omit<SessionSettings, 'timeZone'>;

export const labs = pgTable('labs', {
  id: uuid().primaryKey(),
  slug: text().notNull().unique(),
  name: text().notNull(),
  about: text().notNull().default(''),
  /** IANA zone in which the lab counts its days: that of the schedule's rule that holds today. */
  timeZone: text('time_zone').notNull(),
  settings: jsonb().$type<LabSettings>().notNull(),
  pledge: text().notNull(),
  /** When these words became the pledge: whoever agreed earlier is asked again. Null while they are the first. */
  pledgeSince: instant('pledge_since'),
  public: boolean().notNull().default(false),
  /** Those who listen in may read the lab's figures, without names and deals. */
  observersSeeInsights: boolean('observers_see_insights').notNull().default(false),
  /** How long a session lasts, and the link of its call, unless it says otherwise. */
  durationMinutes: integer('duration_minutes').notNull().default(90),
  callUrl: text('call_url'),
  /** A lab that is put away: read by its members, and nothing happens in it. */
  archivedAt: instant('archived_at'),
  /** When a host deleted it; it is erased once the days to change one's mind are over. */
  deletedAt: instant('deleted_at'),
  createdAt: instant('created_at').notNull().defaultNow(),
});

/** When a lab meets, from a day on until the next row's; the lab's `timeZone` is that of the row that holds today. */
export const schedules = pgTable(
  'schedules',
  {
    labId: uuid('lab_id')
      .notNull()
      .references(() => labs.id, { onDelete: 'cascade' }),
    /** The first local day on which it holds, and from which every second or fourth week is counted. */
    fromDay: date('from_day').notNull(),
    /** 1, 2 or 4; 0 is no regular session from that day on. */
    everyWeeks: smallint('every_weeks').$type<EveryWeeks>().notNull(),
    /** ISO weekday, 1 is Monday, and local time HH:MM. */
    weekday: smallint().notNull(),
    localTime: text('local_time').notNull(),
    timeZone: text('time_zone').notNull(),
    durationMinutes: integer('duration_minutes').notNull(),
  },
  (table) => [primaryKey({ columns: [table.labId, table.fromDay] })],
);

/** Days on which a lab doesn't meet although its schedule says so. */
export const skippedDays = pgTable(
  'skipped_days',
  {
    labId: uuid('lab_id')
      .notNull()
      .references(() => labs.id, { onDelete: 'cascade' }),
    day: date().notNull(),
  },
  (table) => [primaryKey({ columns: [table.labId, table.day] })],
);

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

/** The memberships of deleted labs and accounts, which come back with them; whatever asks for one finds none meanwhile. */
export const membersAside = pgTable(
  'members_aside',
  {
    labId: uuid('lab_id')
      .notNull()
      .references(() => labs.id, { onDelete: 'cascade' }),
    userId: uuid('user_id')
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    role: text().$type<Role>().notNull(),
    roleSince: instant('role_since'),
    joinedAt: instant('joined_at').notNull(),
    pledgedAt: instant('pledged_at'),
  },
  (table) => [primaryKey({ columns: [table.labId, table.userId] }), index('members_aside_user').on(table.userId)],
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

/** One-time links by which somebody shows that an address is theirs. */
export const emailLinks = pgTable(
  'email_links',
  {
    id: uuid().primaryKey(),
    userId: uuid('user_id')
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    /** The address that is confirmed, and becomes the account's. */
    email: text().notNull(),
    tokenHash: text('token_hash').notNull().unique(),
    createdAt: instant('created_at').notNull().defaultNow(),
    expiresAt: instant('expires_at').notNull(),
    usedAt: instant('used_at'),
  },
  (table) => [index('email_links_user').on(table.userId)],
);

/** Each device's sign-in, from its beginning to its end; the device's cookie names its row. */
export const signIns = pgTable(
  'sign_ins',
  {
    id: uuid().primaryKey(),
    userId: uuid('user_id')
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    /** Browser and system in a few words, as far as they say. */
    device: text().notNull(),
    createdAt: instant('created_at').notNull().defaultNow(),
    seenAt: instant('seen_at').notNull().defaultNow(),
    endedAt: instant('ended_at'),
  },
  (table) => [index('sign_ins_user').on(table.userId, table.seenAt)],
);

/** Who somebody is to an OpenID Connect provider. */
export const identities = pgTable(
  'identities',
  {
    issuer: text().notNull(),
    subject: text().notNull(),
    userId: uuid('user_id')
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    createdAt: instant('created_at').notNull().defaultNow(),
  },
  (table) => [primaryKey({ columns: [table.issuer, table.subject] }), index('identities_user').on(table.userId)],
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

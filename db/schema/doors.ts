import { index, integer, pgTable, primaryKey, text, timestamp, uuid } from 'drizzle-orm/pg-core';
import type { Role } from '@/domain/vocabulary';
import { labs, users } from './people';

const instant = (name: string) => timestamp(name, { withTimezone: true });

/** A link by which people become members of a lab. */
export const invitations = pgTable(
  'invitations',
  {
    id: uuid().primaryKey(),
    labId: uuid('lab_id')
      .notNull()
      .references(() => labs.id, { onDelete: 'cascade' }),
    role: text().$type<Role>().notNull(),
    /** In canonical form: of whom it was made for; null for a link that is anybody's, or whose reader was erased. */
    email: text(),
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

/** A member's private calendar address in a lab. */
export const calendarFeeds = pgTable(
  'calendar_feeds',
  {
    labId: uuid('lab_id')
      .notNull()
      .references(() => labs.id, { onDelete: 'cascade' }),
    userId: uuid('user_id')
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    tokenHash: text('token_hash').notNull().unique(),
    createdAt: instant('created_at').notNull().defaultNow(),
  },
  (table) => [primaryKey({ columns: [table.labId, table.userId] }), index('calendar_feeds_user').on(table.userId)],
);

/** Somebody who asks to join a lab by its public page. */
export const requests = pgTable(
  'requests',
  {
    id: uuid().primaryKey(),
    labId: uuid('lab_id')
      .notNull()
      .references(() => labs.id, { onDelete: 'cascade' }),
    name: text().notNull(),
    email: text().notNull(),
    /** Why they would like to. */
    words: text().notNull(),
    createdAt: instant('created_at').notNull().defaultNow(),
    decidedAt: instant('decided_at'),
    decidedBy: uuid('decided_by').references(() => users.id),
    /** The role that they were accepted in; null while nothing is decided, and where they were declined. */
    acceptedAs: text('accepted_as').$type<Role>(),
    /** The invitation that an accepted one joins by. */
    invitationId: uuid('invitation_id').references(() => invitations.id, { onDelete: 'set null' }),
  },
  (table) => [
    index('requests_lab').on(table.labId, table.createdAt),
    index('requests_decided_by').on(table.decidedBy),
    index('requests_invitation').on(table.invitationId),
  ],
);

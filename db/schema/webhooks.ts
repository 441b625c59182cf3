import { sql } from 'drizzle-orm';
import { bigserial, boolean, index, integer, pgTable, text, timestamp, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import type { WebhookEvent } from '@/domain/webhooks';
import { labs, users } from './people';
import { sessions } from './sessions';

const instant = (name: string) => timestamp(name, { withTimezone: true });
const ofLab = () =>
  uuid('lab_id')
    .notNull()
    .references(() => labs.id, { onDelete: 'cascade' });

/** An address of another program that a lab's hosts want told. */
export const webhooks = pgTable(
  'webhooks',
  {
    id: uuid().primaryKey(),
    labId: ofLab(),
    url: text().notNull(),
    events: text().array().$type<WebhookEvent[]>().notNull(),
    /** Signs what is sent; shown once. It is kept as it is, for it is signed with. */
    secret: text().notNull(),
    enabled: boolean().notNull().default(true),
    createdBy: uuid('created_by')
      .notNull()
      .references(() => users.id),
    createdAt: instant('created_at').notNull().defaultNow(),
  },
  (table) => [index('webhooks_lab').on(table.labId), index('webhooks_created_by').on(table.createdBy)],
);

/** What webhooks are to be told of: written in the transaction in which it happens, and gone once it is a delivery. */
export const webhookNews = pgTable(
  'webhook_news',
  {
    id: bigserial({ mode: 'number' }).primaryKey(),
    labId: ofLab(),
    type: text().$type<WebhookEvent>().notNull(),
    /** The session, the commitment or the check-in. */
    aboutId: uuid('about_id').notNull(),
    /** Its place in a session's log; null for what happened outside a session. */
    sessionId: uuid('session_id').references(() => sessions.id, { onDelete: 'cascade' }),
    seq: integer(),
    at: instant('at').notNull(),
  },
  (table) => [
    index('webhook_news_lab').on(table.labId),
    uniqueIndex('webhook_news_log').on(table.sessionId, table.seq),
  ],
);

/** Something told to a webhook, or to be told: what its hosts look up when nothing arrived. */
export const webhookDeliveries = pgTable(
  'webhook_deliveries',
  {
    /** That of the job, too. */
    id: uuid().primaryKey(),
    webhookId: uuid('webhook_id')
      .notNull()
      .references(() => webhooks.id, { onDelete: 'cascade' }),
    /** What its receiver knows it by: the same when it is sent again by hand. */
    messageId: uuid('message_id').notNull(),
    type: text().notNull(),
    /** Exactly what is sent and signed. */
    body: text().notNull(),
    createdAt: instant('created_at').notNull().defaultNow(),
    queuedAt: instant('queued_at'),
    attempts: integer().notNull().default(0),
    triedAt: instant('tried_at'),
    /** How long the last try took, in ms. */
    tookMs: integer('took_ms'),
    /** The status of the last answer; null where none came. */
    status: integer(),
    /** The beginning of the last answer, or why there was none. */
    answer: text(),
    deliveredAt: instant('delivered_at'),
    /** Given up. */
    failedAt: instant('failed_at'),
  },
  (table) => [
    index('webhook_deliveries_webhook').on(table.webhookId, table.createdAt),
    index('webhook_deliveries_waiting')
      .on(table.createdAt)
      .where(sql`${table.queuedAt} is null`),
  ],
);

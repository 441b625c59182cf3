import { pgTable, text } from 'drizzle-orm/pg-core';

export * from './schema/doors';
export * from './schema/history';
export * from './schema/mail';
export * from './schema/notes';
export * from './schema/people';
export * from './schema/search';
export * from './schema/sessions';
export * from './schema/why';
export * from './schema/webhooks';

/** What the installation itself must remember, such as the sign-in secret that was made once. */
export const settings = pgTable('settings', {
  key: text().primaryKey(),
  value: text().notNull(),
});

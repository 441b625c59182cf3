import { sql } from 'drizzle-orm';
import { customType, index, integer, pgTable, primaryKey, smallint, text, timestamp, uuid } from 'drizzle-orm/pg-core';
import type { PlaceKind } from '@/domain/history-query';
import type { Decision, Outcome } from '@/domain/vocabulary';
import { scenarios } from './history';
import { labs } from './people';
import { sessions } from './sessions';

const tsvector = customType<{ data: string }>({ dataType: () => 'tsvector' });

const ofLab = () =>
  uuid('lab_id')
    .notNull()
    .references(() => labs.id, { onDelete: 'cascade' });

/**
 * Where words can be found: every text of history that the whole room may see, one row a text. Written behind the logs,
 * each by its own cursor, so that nobody in a live room waits for it.
 */
export const places = pgTable(
  'places',
  {
    /** The row of history that the text is in, and which of its texts it is: of evidence the rung, and a check-in's id. */
    source: uuid().notNull(),
    part: text().notNull(),
    labId: ofLab(),
    sessionId: uuid('session_id').notNull(),
    /** Null for what was said in the closing round. */
    scenarioId: uuid('scenario_id'),
    kind: text().$type<PlaceKind>().notNull(),
    authorId: uuid('author_id').notNull(),
    at: timestamp({ withTimezone: true }).notNull(),
    body: text().notNull(),
    /** Its words as they were written, and their English stems. */
    vector: tsvector().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.source, table.part] }),
    index('places_vector').using('gin', table.vector),
    index('places_lab').on(table.labId, table.at),
    index('places_titles')
      .on(table.labId, table.at)
      .where(sql`${table.part} = 'title'`),
    index('places_scenario').on(table.scenarioId),
    index('places_author').on(table.labId, table.authorId, table.at),
  ],
);

/** The words of a lab's places, to find those that somebody meant who mistyped one. */
export const placeWords = pgTable('place_words', { labId: ofLab(), word: text().notNull() }, (table) => [
  primaryKey({ columns: [table.labId, table.word] }),
]);

/** How each deal stands, for filters to ask: written with the places, so that no search reads the deals' whole lives. */
export const standings = pgTable(
  'standings',
  {
    scenarioId: uuid('scenario_id')
      .primaryKey()
      .references(() => scenarios.id, { onDelete: 'cascade' }),
    labId: ofLab(),
    /** As stages are compared: in small letters, without spaces around; null where the deal has none. */
    stage: text(),
    /** The lowest open rung of its ladder as it stands; 0 where all hold, null where nothing was revealed or reported. */
    rung: smallint(),
    /** Of the last commitment, and of its last report. */
    decision: text().$type<Decision>(),
    outcome: text().$type<Outcome>(),
  },
  (table) => [index('standings_lab').on(table.labId)],
);

/** How far into each session's log the places have come. */
export const placeHeads = pgTable('place_heads', {
  sessionId: uuid('session_id')
    .primaryKey()
    .references(() => sessions.id, { onDelete: 'cascade' }),
  seq: integer().notNull(),
});

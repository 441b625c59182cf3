import {
  bigint,
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
import { sql } from 'drizzle-orm';
import type { OwnLadder, Reveal } from '@/domain/session/state';
import type { ScenarioFields } from '@/domain/protocol';
import type { ContributionKind, Decision, Outcome } from '@/domain/vocabulary';
import { labs, users } from './people';
import { sessions } from './sessions';

/** Projections of the logs: what the room may see, and nothing else. What is for the hosts stands apart. */

const ofLab = () =>
  uuid('lab_id')
    .notNull()
    .references(() => labs.id, { onDelete: 'cascade' });
const ofSession = () =>
  uuid('session_id')
    .notNull()
    .references(() => sessions.id, { onDelete: 'cascade' });
const ofUser = (name: string) =>
  uuid(name)
    .notNull()
    .references(() => users.id);
const instant = (name: string) => timestamp(name, { withTimezone: true });

export const SCENARIO_STANDS = ['waiting', 'seated', 'heard', 'withdrawn'] as const;

export const scenarios = pgTable(
  'scenarios',
  {
    id: uuid().primaryKey(),
    labId: ofLab(),
    /** The session that it waits in, or was last heard in. */
    sessionId: ofSession(),
    repId: ofUser('rep_id'),
    title: text().notNull(),
    account: text(),
    stage: text(),
    amountMinor: bigint('amount_minor', { mode: 'number' }),
    currency: text(),
    ageDays: integer('age_days'),
    deadline: date(),
    story: text().notNull(),
    ask: text().notNull(),
    tried: text(),
    pain: text(),
    money: text(),
    authority: text(),
    /** Null where the check is for the hosts only. */
    otherLiveDeals: integer('other_live_deals'),
    lifeOrDeath: smallint('life_or_death'),
    pipelineNote: text('pipeline_note'),
    stands: text().$type<(typeof SCENARIO_STANDS)[number]>().notNull(),
    deferred: boolean().notNull().default(false),
    seconds: integer().notNull().default(0),
    carriedWeeks: integer('carried_weeks').notNull().default(0),
    submittedAt: instant('submitted_at').notNull(),
  },
  (table) => [
    index('scenarios_lab').on(table.labId, table.submittedAt),
    index('scenarios_session').on(table.sessionId),
    index('scenarios_rep').on(table.repId, table.submittedAt),
  ],
);

/** For the scenario's rep and the hosts alone; no page, export or mail of the room reads it. */
export const scenarioPrivate = pgTable('scenario_private', {
  scenarioId: uuid('scenario_id')
    .primaryKey()
    .references(() => scenarios.id, { onDelete: 'cascade' }),
  ladder: jsonb().$type<OwnLadder>().notNull(),
  pipeline: jsonb().$type<ScenarioFields['pipeline']>().notNull(),
});

/** What the room could read of a deal's pipeline when the month was over that it was brought in; told of crowds alone. */
export const monthPipelines = pgTable('month_pipelines', {
  scenarioId: uuid('scenario_id')
    .primaryKey()
    .references(() => scenarios.id, { onDelete: 'cascade' }),
  /** Null where the check was for the hosts only. */
  otherLiveDeals: integer('other_live_deals'),
  lifeOrDeath: smallint('life_or_death'),
  withdrawnAt: instant('withdrawn_at'),
});

export const turns = pgTable(
  'turns',
  {
    id: uuid().primaryKey(),
    labId: ofLab(),
    sessionId: ofSession(),
    scenarioId: uuid('scenario_id')
      .notNull()
      .references(() => scenarios.id, { onDelete: 'cascade' }),
    repId: ofUser('rep_id'),
    startedAt: instant('started_at').notNull(),
    endedAt: instant('ended_at'),
    /** A host put it off: the deal waits again, and its rep has had no seat. */
    putOff: boolean('put_off').notNull().default(false),
    votes: integer().notNull().default(0),
    /** What the reveal showed the room; null where nothing was revealed. */
    reveal: jsonb().$type<Reveal>(),
  },
  (table) => [
    index('turns_session').on(table.sessionId),
    index('turns_scenario').on(table.scenarioId),
    index('turns_rep').on(table.repId, table.startedAt),
    index('turns_lab').on(table.labId),
  ],
);

export const contributions = pgTable(
  'contributions',
  {
    id: uuid().primaryKey(),
    // Their turn's: it ties them to a lab and a session, and goes with those. Two checks fewer for each word said.
    labId: uuid('lab_id').notNull(),
    sessionId: uuid('session_id').notNull(),
    turnId: uuid('turn_id')
      .notNull()
      .references(() => turns.id, { onDelete: 'cascade' }),
    authorId: ofUser('author_id'),
    kind: text().$type<ContributionKind>().notNull(),
    /** Empty where it was withdrawn or hidden. */
    body: text().notNull(),
    at: instant('at').notNull(),
    replyTo: uuid('reply_to'),
    late: boolean().notNull().default(false),
    helpful: boolean().notNull().default(false),
    pinned: boolean().notNull().default(false),
    edited: boolean().notNull().default(false),
    gone: text().$type<'withdrawn' | 'hidden'>(),
  },
  (table) => [
    index('contributions_turn').on(table.turnId),
    index('contributions_session').on(table.sessionId),
    index('contributions_lab').on(table.labId, table.at),
    index('contributions_author').on(table.authorId, table.at),
  ],
);

export const commitments = pgTable(
  'commitments',
  {
    id: uuid().primaryKey(),
    labId: ofLab(),
    sessionId: ofSession(),
    turnId: uuid('turn_id')
      .notNull()
      .references(() => turns.id, { onDelete: 'cascade' }),
    scenarioId: uuid('scenario_id')
      .notNull()
      .references(() => scenarios.id, { onDelete: 'cascade' }),
    repId: ofUser('rep_id'),
    decision: text().$type<Decision>().notNull(),
    nextStep: text('next_step'),
    dueOn: date('due_on'),
    uses: uuid().array().notNull(),
    usesOf: uuid('uses_of').array().notNull(),
    madeAt: instant('made_at').notNull(),
  },
  (table) => [
    index('commitments_lab').on(table.labId, table.madeAt),
    index('commitments_session').on(table.sessionId),
    index('commitments_turn').on(table.turnId),
    index('commitments_scenario').on(table.scenarioId),
    index('commitments_rep').on(table.repId, table.madeAt),
  ],
);

/** A check-in made in a session is projected from its log; one made outside is this row alone. Of one commitment all are kept. */
export const checkins = pgTable(
  'checkins',
  {
    id: uuid().primaryKey(),
    labId: ofLab(),
    commitmentId: uuid('commitment_id')
      .notNull()
      .references(() => commitments.id, { onDelete: 'cascade' }),
    sessionId: uuid('session_id').references(() => sessions.id, { onDelete: 'cascade' }),
    byId: ofUser('by_id'),
    outcome: text().$type<Outcome>().notNull(),
    ladder: jsonb().$type<OwnLadder>(),
    note: text(),
    /** Of a deal that is over: the lowest open rung when it was coached, from 1; 0 for none, null where nobody said. */
    lookingBack: smallint('looking_back'),
    at: instant('at').notNull(),
    /** When those whose words it rests on were told; null while they wait. */
    toldAt: instant('told_at'),
  },
  (table) => [
    index('checkins_untold')
      .on(table.labId, table.at)
      .where(sql`${table.toldAt} is null`),
    index('checkins_commitment').on(table.commitmentId, table.at),
    index('checkins_session').on(table.sessionId),
    index('checkins_lab').on(table.labId, table.at),
    index('checkins_by').on(table.byId),
  ],
);

/** Questions of the closing round, from their release on. */
export const floorQuestions = pgTable(
  'floor_questions',
  {
    id: uuid().primaryKey(),
    labId: ofLab(),
    sessionId: ofSession(),
    askedBy: ofUser('asked_by'),
    body: text().notNull(),
    at: instant('at').notNull(),
  },
  (table) => [
    index('floor_questions_session').on(table.sessionId),
    index('floor_questions_lab').on(table.labId),
    index('floor_questions_asked_by').on(table.askedBy),
  ],
);

export const floorAnswers = pgTable(
  'floor_answers',
  {
    questionId: uuid('question_id')
      .notNull()
      .references(() => floorQuestions.id, { onDelete: 'cascade' }),
    userId: ofUser('user_id'),
    body: text().notNull(),
    at: instant('at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.questionId, table.userId] }), index('floor_answers_user').on(table.userId)],
);

export const takeaways = pgTable(
  'takeaways',
  {
    sessionId: ofSession(),
    userId: ofUser('user_id'),
    body: text().notNull(),
    at: instant('at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.sessionId, table.userId] }), index('takeaways_user').on(table.userId)],
);

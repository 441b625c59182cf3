import { and, desc, eq, gt, inArray, isNotNull, isNull, not, notInArray, or, sql, type SQL } from 'drizzle-orm';
import type { Ahead } from '@/domain/coming-sessions';
import { AHEAD, ruleNow, type Slot } from '@/domain/schedule';
import { planSessions, type GivenUpSession, type SessionPlan, type StandingSession } from '@/domain/session-plan';
import { EVENT_VERSION } from '@/domain/session';
import { REVISED, reviseAll } from './calendar-revisions';
import type { Instead } from './cancelled';
import { database, type Database, type Transaction } from './connection';
import type { Membership } from './labs';
import { events, labs, schedules, sessions } from './schema';
import { scheduleOf } from './schedules';
import { freeNumber, orderNumbers } from './session-numbers';
import { insertSession } from './session-schedule';

const SESSION_LIMIT = 500;
const LAB_LIMIT = 200;

/** What became of a lab's sessions, so that its members can be told. */
export interface Kept {
  /** Sessions that are at another time now; instants as ISO 8601. */
  moves: { sessionId: string; from: string; to: string }[];
  cancelled: { sessionId: string; startsAt: string }[];
  created: string[];
  /** Cancelled before, and held after all. */
  broughtBack: string[];
  /** Created for a day that is held after all, and what had stood for it: among the moves, at the same hour too. */
  instead: Instead[];
  /** On skipped days, with deals: whoever holds the live rooms cancels them, and their deals go on. */
  carryOver: string[];
}

/**
 * Makes the sessions to come those of the schedule: eight of them at least, made, moved or cancelled as need be; `held` are
 * days that were skipped until now. Whatever is done at once, by any server, is done one after the other. The caller tells
 * the members.
 */
export async function keepAhead(
  tx: Transaction,
  labId: string,
  now = new Date(),
  by: string | null = null,
  held: readonly string[] = [],
): Promise<Kept> {
  const nothing: Kept = { moves: [], cancelled: [], created: [], broughtBack: [], instead: [], carryOver: [] };
  const [lab] = await tx
    .select({ timeZone: labs.timeZone, durationMinutes: labs.durationMinutes })
    .from(labs)
    .where(and(eq(labs.id, labId), isNull(labs.archivedAt), isNull(labs.deletedAt)))
    .for('no key update');
  const schedule = lab && (await scheduleOf(labId, now, tx));
  const rule = schedule && ruleNow(schedule.rules, now.getTime());
  if (lab && !rule) await orderNumbers(tx, labId);
  if (!schedule || !rule) return nothing;
  const { timeZone, durationMinutes } = rule;
  if (lab.timeZone !== timeZone || lab.durationMinutes !== durationMinutes) {
    await tx.update(labs).set({ timeZone, durationMinutes }).where(eq(labs.id, labId));
  }
  const freed = await freeHeld(tx, labId, held);
  const { standing, taken } = await slotsOf(tx, labId, now);
  const givenUp = await givenUpOf(tx, labId, now);
  const given = { rules: schedule.rules, skipped: new Set(schedule.skipped), taken, held: new Set(held), givenUp };
  const plan = planSessions(given, standing, now.getTime());
  // Calendars name the lab's zone in each session; those that move are told anew as they do.
  const moving = plan.move.flatMap(({ id, keepsTime }) => (keepsTime ? [] : [id]));
  if (lab.timeZone !== timeZone) await reviseAll(tx, labId, notInArray(sessions.id, moving));
  return carryOut(tx, { labId, by }, plan, { standing, skipped: given.skipped, freed });
}

/** Labs with a schedule that have fewer sessions ahead than they should, or are still in the zone of a rule that is over. */
export async function labsBehind(now = new Date()): Promise<string[]> {
  const ahead = sql`(select count(*) from ${sessions} where ${sessions.labId} = ${labs.id}
    and ${sessions.slot} is not null and ${sessions.status} = 'scheduled' and ${sessions.startsAt} > ${now.toISOString()}::timestamptz)`;
  // The clock of the zone that is furthest ahead has the latest day.
  const current = sql`(select s.every_weeks from ${schedules} s where s.lab_id = ${labs.id}
    and s.from_day <= (${now.toISOString()}::timestamptz at time zone 'Pacific/Kiritimati')::date order by s.from_day desc limit 1)`;
  const zone = sql`(select s.time_zone from ${schedules} s where s.lab_id = ${labs.id}
    and s.from_day <= (${now.toISOString()}::timestamptz at time zone s.time_zone)::date order by s.from_day desc limit 1)`;
  const rows = await database()
    .select({ id: labs.id })
    .from(labs)
    .where(
      and(
        isNull(labs.archivedAt),
        isNull(labs.deletedAt),
        or(and(sql`${ahead} < ${AHEAD}`, sql`${current} > 0`), sql`${zone} <> ${labs.timeZone}`),
      ),
    )
    .limit(LAB_LIMIT);
  return rows.map(({ id }) => id);
}

interface Freed {
  id: string;
  day: string;
  /** ms since the epoch. */
  at: number;
}

/** A cancelled session stands for its day no more once that is held after all: returns those that did. */
async function freeHeld(tx: Transaction, labId: string, held: readonly string[]): Promise<Freed[]> {
  if (held.length === 0) return [];
  const stoodFor = and(eq(sessions.labId, labId), eq(sessions.status, 'cancelled'), inArray(sessions.slot, [...held]));
  const rows = await tx
    .select({ id: sessions.id, day: sessions.slot, startsAt: sessions.startsAt })
    .from(sessions)
    .where(stoodFor);
  await tx.update(sessions).set({ slot: null }).where(stoodFor);
  return rows.flatMap(({ id, day, startsAt }) => (day === null ? [] : [{ id, day, at: startsAt.getTime() }]));
}

/** What the schedule itself writes into a session's log. */
const BY_SCHEDULE = sql`('session.cancelled', 'session.reopened')`;
/** The last `seq` of a session's log. */
const HEAD = sql<number>`(select coalesce(max(e.seq), 0) from events e where e.session_id = sessions.id)`;

type Standing = StandingSession & { head: number };

/** What there is of the lab's sessions to come, for a host who is about to change its schedule. */
export async function aheadOf({ lab }: Membership, now = new Date()): Promise<Ahead> {
  const db = database();
  const [{ standing, taken, cancelled }, givenUp, singles] = await Promise.all([
    slotsOf(db, lab.id, now),
    givenUpOf(db, lab.id, now),
    db
      .select({ id: sessions.id, startsAt: sessions.startsAt, durationMinutes: sessions.durationMinutes })
      .from(sessions)
      .where(and(eq(sessions.labId, lab.id), isNull(sessions.slot), toComeAt(now)))
      .orderBy(sessions.startsAt)
      .limit(SESSION_LIMIT),
  ]);
  return {
    standing: standing.map(({ head: _, ...session }) => session),
    singles: singles.map(({ startsAt, ...session }) => ({ ...session, at: startsAt.getTime() })),
    taken: [...taken],
    cancelled,
    givenUp,
  };
}

function toComeAt(now: Date): SQL | undefined {
  return and(eq(sessions.status, 'scheduled'), gt(sessions.startsAt, now));
}

async function slotsOf(tx: Database | Transaction, labId: string, now: Date) {
  const ofLab = and(eq(sessions.labId, labId), isNotNull(sessions.slot));
  const toCome = toComeAt(now);
  const rows = await tx
    .select({
      id: sessions.id,
      slot: sessions.slot,
      startsAt: sessions.startsAt,
      durationMinutes: sessions.durationMinutes,
      moved: sessions.moved,
      status: sessions.status,
      stands: sql<boolean>`${toCome}`,
      touched: sql<boolean>`sessions.call_url is not null
        or exists (select 1 from events e where e.session_id = sessions.id and e.type not in ${BY_SCHEDULE})`,
      head: HEAD,
    })
    .from(sessions)
    .where(and(ofLab, or(toCome, sql`${sessions.slot} > ${now.toISOString()}::timestamptz::date - 2`)))
    .orderBy(sessions.startsAt)
    .limit(SESSION_LIMIT);
  const standing: Standing[] = [];
  const taken = new Set<string>();
  const cancelled: string[] = [];
  for (const { slot, status, stands, startsAt, ...session } of rows) {
    if (slot === null) continue;
    if (stands) standing.push({ ...session, slot, at: startsAt.getTime() });
    else taken.add(slot);
    if (status === 'cancelled') cancelled.push(slot);
  }
  return { standing, taken, cancelled };
}

async function carryOut(
  tx: Transaction,
  { labId, by }: { labId: string; by: string | null },
  plan: SessionPlan,
  { standing, skipped, freed }: { standing: Standing[]; skipped: ReadonlySet<string>; freed: Freed[] },
): Promise<Kept> {
  const kept: Kept = { moves: [], cancelled: [], created: [], broughtBack: [], instead: [], carryOver: plan.carryOver };
  const before = new Map(standing.map((session) => [session.id, session]));
  // Days are swapped: until all have theirs, nobody has any.
  const ids = plan.move.map(({ id }) => id);
  if (ids.length > 0) await tx.update(sessions).set({ slot: null }).where(inArray(sessions.id, ids));
  for (const { id, slot, keepsTime } of plan.move) {
    const from = before.get(id);
    const changed = keepsTime ? {} : { ...timesOf(slot), ...REVISED };
    await tx
      .update(sessions)
      .set({ slot: slot.day, ...changed })
      .where(eq(sessions.id, id));
    if (from && !keepsTime && from.at !== slot.at) {
      kept.moves.push({ sessionId: id, from: isoOf(from.at), to: isoOf(slot.at) });
    }
  }
  for (const id of plan.cancel) {
    const { head = 0, at = 0, slot = '' } = before.get(id) ?? {};
    await logIn(tx, { id, head }, 'session.cancelled', by);
    await tx
      .update(sessions)
      .set({ status: 'cancelled', ...(skipped.has(slot) ? {} : { slot: null }) })
      .where(eq(sessions.id, id));
    kept.cancelled.push({ sessionId: id, startsAt: isoOf(at) });
  }
  for (const { session, slot } of plan.bringBack) {
    await bringBack(tx, { labId, by }, session.id, slot);
    kept.broughtBack.push(session.id);
    if (session.at !== slot.at) {
      kept.moves.push({ sessionId: session.id, from: isoOf(session.at), to: isoOf(slot.at) });
    }
  }
  for (const slot of plan.create) {
    const sessionId = await insertSession(tx, labId, { ...timesOf(slot), callUrl: null, slot: slot.day });
    kept.created.push(sessionId);
    const gone = freed.find(({ day }) => day === slot.day);
    if (!gone) continue;
    kept.instead.push({ sessionId, goneId: gone.id });
    kept.moves.push({ sessionId, from: isoOf(gone.at), to: isoOf(slot.at) });
  }
  await orderNumbers(tx, labId);
  return kept;
}

/** Sessions that a change of the schedule has cancelled, and nobody had touched: what a host cancels is in the log by a command. */
function isGivenUp(labId: string): SQL | undefined {
  const others = sql`exists (select 1 from events e where e.session_id = sessions.id
    and (e.type not in ${BY_SCHEDULE} or e.command_id is not null))`;
  const cancelled = and(eq(sessions.labId, labId), eq(sessions.status, 'cancelled'), isNull(sessions.callUrl));
  return and(cancelled, not(others), sql`${HEAD} > 0`);
}

/** Those that can be brought back, the last that was cancelled first. */
async function givenUpOf(tx: Database | Transaction, labId: string, now: Date): Promise<GivenUpSession[]> {
  const lastAt = sql`(select max(e.at) from events e where e.session_id = sessions.id)`;
  const rows = await tx
    .select({ id: sessions.id, startsAt: sessions.startsAt })
    .from(sessions)
    .where(and(isGivenUp(labId), gt(sessions.startsAt, now)))
    .orderBy(desc(lastAt), desc(sessions.id))
    .limit(SESSION_LIMIT);
  return rows.map(({ id, startsAt }) => ({ id, at: startsAt.getTime() }));
}

/** Schedules again what a change of the schedule had cancelled, so that calendars know it as the same. */
async function bringBack(
  tx: Transaction,
  { labId, by }: { labId: string; by: string | null },
  id: string,
  slot: Slot,
): Promise<void> {
  const [session] = await tx.select({ id: sessions.id, head: HEAD }).from(sessions).where(eq(sessions.id, id));
  if (!session) return;
  await logIn(tx, session, 'session.reopened', by);
  await tx
    .update(sessions)
    .set({ ...timesOf(slot), slot: slot.day, status: 'scheduled', moved: false, number: await freeNumber(tx, labId) })
    .where(eq(sessions.id, id));
}

/**
 * Writes into a session's log behind its head. Where somebody writes there in the same moment one of the two is refused,
 * and tries again.
 */
async function logIn(
  tx: Transaction,
  { id, head }: { id: string; head: number },
  type: 'session.cancelled' | 'session.reopened',
  by: string | null,
): Promise<void> {
  const at = sql`date_trunc('milliseconds', now())`;
  await tx.insert(events).values({ sessionId: id, seq: head + 1, at, by, type, v: EVENT_VERSION, data: {} });
}

function timesOf({ at, durationMinutes }: Slot) {
  return { startsAt: new Date(at), durationMinutes };
}

function isoOf(at: number): string {
  return new Date(at).toISOString();
}

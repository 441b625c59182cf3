import { and, asc, desc, eq, inArray } from 'drizzle-orm';
import { database } from '@/db/connection';
import { sessions } from '@/db/schema';
import { insertSession } from '@/db/session-schedule';
import type { Id } from '@/domain/session';
import { hasRoomFor } from '@/domain/session';
import type { SessionStatus } from '@/domain/vocabulary';
import { SIMULATED, type Actor } from './cast';
import { castle, tilbury } from './deals-past';
import { champions, clinic, price, renewal, SPARE } from './deals-live';
import type { People } from './people';
import { bring, checkIn, clarify, coachWith, present, reveal } from './play';
import type { Report, Seat } from './script';
import { Scribe } from './scribe';
import { SEATS, seatFor } from './seats-live';

const QUEUED = 4;
const MINUTE_MS = 60_000;
/** A live session in which nothing happened for this long is yesterday's. */
const STALE_MS = 6 * 60 * MINUTE_MS;

const DEALS = [champions, renewal, clinic, price, ...SPARE];

const REPORTS: Report[] = [
  {
    deal: castle,
    outcome: 'won',
    note: 'Two dates in one message. She took the earlier one.',
    ladder: 'yyyyy',
    lookingBack: 0,
  },
  { deal: tilbury, outcome: 'advanced', note: 'The end date is in writing, and their finance lead asked to see it.' },
];

/** The session that waits to be started, with four deals in its queue; or the one that somebody has started since. */
export async function ensureScheduled(people: People, now: number): Promise<Id> {
  const running = await newest(people, ['live', 'closing'], 'last');
  if (running) return running.id;
  const scribe = await openScheduled(people, now, now + 10 * MINUTE_MS);
  await fillQueue(scribe, now);
  return scribe.sessionId;
}

/** The session that is live now: the one under way, or a new one that has come to the coaching of its first deal. */
export async function ensureLive(people: People, now: number): Promise<Id> {
  const running = await newest(people, ['live', 'closing'], 'last');
  if (running) {
    const scribe = await Scribe.open(people, running.id, now);
    const quietFor = now - Date.parse(scribe.state.at ?? '');
    if (scribe.state.status === 'live' && quietFor < STALE_MS) return running.id;
    await scribe.send('tom', 'session.end');
  }
  const scribe = await openScheduled(people, now, now - 15 * MINUTE_MS);
  await fillQueue(scribe, now);
  await beginMeeting(scribe, now);
  return scribe.sessionId;
}

async function beginMeeting(scribe: Scribe, now: number): Promise<void> {
  const seat = firstSeat(scribe);
  const began = now - 13 * MINUTE_MS;
  scribe.now = began;
  await scribe.send('tom', 'session.start');
  for (const report of REPORTS) await checkIn(scribe, report);
  if (!seat) return;
  await present(scribe, seat.deal);
  await clarify(scribe, seat);
  if (Object.keys(seat.reads).length > 0) await reveal(scribe, seat);
  await scribe.send('tom', 'turn.phase', { phase: 'coach' });
  for (const line of seat.coach.slice(0, 2)) await coachWith(scribe, seat.deal, line);
}

/** The first deal in the queue whose rep is simulated, and can answer. */
function firstSeat({ state }: Scribe): Seat | undefined {
  const titles = state.queue.map((id) => state.scenarios[id]?.title);
  return SEATS.filter(({ deal }) => (SIMULATED as readonly Actor[]).includes(deal.rep)).find(({ deal }) =>
    titles.includes(deal.title),
  );
}

async function fillQueue(scribe: Scribe, now: number): Promise<void> {
  scribe.now = now - 2 * 24 * 60 * MINUTE_MS;
  for (const deal of DEALS) {
    const { queue, scenarios } = scribe.state;
    if (queue.length >= QUEUED) break;
    if (queue.some((id) => scenarios[id]?.title === deal.title)) continue;
    if (!hasRoomFor(scribe.state, scribe.idOf(deal.rep))) continue;
    await bring(scribe, deal, seatFor(deal.title)?.secondedBy ?? []);
  }
  scribe.now = now;
}

/** The lab's next session, or one that is made for it, moved to an hour that suits. */
async function openScheduled(people: People, now: number, startsAt: number): Promise<Scribe> {
  const quarter = new Date(Math.ceil(startsAt / (5 * MINUTE_MS)) * 5 * MINUTE_MS);
  const next = await newest(people, ['scheduled'], 'first');
  if (!next) {
    const made = { startsAt: quarter, durationMinutes: 90, callUrl: null };
    const id = await database().transaction((tx) => insertSession(tx, people.labId, made));
    return Scribe.open(people, id, now);
  }
  if (Math.abs(next.startsAt.getTime() - now) > 30 * MINUTE_MS) {
    await database().update(sessions).set({ startsAt: quarter, moved: true }).where(eq(sessions.id, next.id));
  }
  return Scribe.open(people, next.id, now);
}

async function newest({ labId }: People, statuses: SessionStatus[], which: 'first' | 'last') {
  const [found] = await database()
    .select({ id: sessions.id, startsAt: sessions.startsAt })
    .from(sessions)
    .where(and(eq(sessions.labId, labId), inArray(sessions.status, statuses)))
    .orderBy(which === 'first' ? asc(sessions.startsAt) : desc(sessions.startsAt))
    .limit(1);
  return found;
}

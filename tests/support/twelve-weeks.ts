import { membershipIn, type Membership } from '@/db/labs';
import { insertSession } from '@/db/session-schedule';
import { database, sqlClient } from '@/db/connection';
import { REPS, type Actor } from '@/demo/cast';
import { makePeople, type People } from '@/demo/people';
import { playSession } from '@/demo/play';
import type { Deal, Line, PastSession, Seat } from '@/demo/script';
import { Scribe } from '@/demo/scribe';
import { CONTRIBUTION_KINDS, FINAL_OUTCOMES, OUTCOMES } from '@/domain/vocabulary';

export const WEEKS = 12;
const WEEK_MS = 7 * 86_400_000;
const SEATS = 3;
const LETTERS = ['y', 'y', 'y', 'u', 'n'];
const KINDS = CONTRIBUTION_KINDS.filter((kind) => kind !== 'answer');

/** A generator of numbers from 0 to 1 that a seed decides (mulberry32). */
function seeded(seed: number): () => number {
  let a = seed;
  return () => {
    a = (a + 0x6d2b79f5) | 0;
    let t = Math.imul(a ^ (a >>> 15), 1 | a);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

class Dice {
  constructor(private readonly random: () => number) {}

  chance(of: number): boolean {
    return this.random() < of;
  }

  upTo(count: number): number {
    return Math.floor(this.random() * count);
  }

  one<T>(list: readonly T[]): T {
    return list[this.upTo(list.length)] as T;
  }

  read(): string {
    return Array.from({ length: 5 }, () => this.one(LETTERS)).join('');
  }
}

/**
 * Twelve weeks of a lab with two hosts, six reps and an observer, as a seed decides them: three deals a week through
 * all phases, and last week's commitments reported at the next roll call, some of those that are over looked back on. Ends a week before `now` (ms).
 */
export async function seedTwelveWeeks(seed: number, now: number): Promise<People> {
  const dice = new Dice(seeded(seed));
  const memory = new Dice(seeded(seed + 1));
  const people = await makePeople('a-password-of-the-test', new Date(now - (WEEKS + 2) * WEEK_MS));
  let last: Seat[] = [];
  for (let week = 0; week < WEEKS; week += 1) {
    const startsAt = now - (WEEKS - week) * WEEK_MS;
    const sessionId = await database().transaction((tx) =>
      insertSession(tx, people.labId, { startsAt: new Date(startsAt), durationMinutes: 90, callUrl: null }),
    );
    const script = sessionOf(dice, memory, week, last);
    await playSession(await Scribe.open(people, sessionId, startsAt), script);
    last = script.seats;
  }
  await sqlClient()`update sessions set created_at = starts_at`;
  return people;
}

/** Somebody as the only lab's member. */
export async function memberOf(userId: string): Promise<Membership> {
  const [lab] = await sqlClient()<{ slug: string }[]>`select slug from labs`;
  const found = await membershipIn(userId, lab?.slug ?? '');
  if (!found) throw new Error('Nobody of this lab.');
  return found;
}

/** What plain SQL, written apart from the product's, says. */
export async function says<T>(query: string): Promise<T[]> {
  return (await sqlClient().unsafe(query)) as unknown as T[];
}

function sessionOf(dice: Dice, memory: Dice, week: number, last: readonly Seat[]): PastSession {
  const reps = [...REPS].sort(() => (dice.chance(0.5) ? 1 : -1)).slice(0, SEATS);
  return {
    rollCall: last
      .filter(() => dice.chance(0.85))
      .map(({ deal }) => {
        const outcome = dice.one(OUTCOMES);
        return {
          deal,
          outcome,
          note: 'As it went.',
          ...(dice.chance(0.7) ? { ladder: dice.read() } : {}),
          ...(FINAL_OUTCOMES.includes(outcome) && memory.chance(0.5) ? { lookingBack: memory.upTo(6) } : {}),
        };
      }),
    seats: reps.map((rep, at) => seatOf(dice, rep, `Deal ${week}.${at}`)),
    waiting: [],
    takeaways: {},
  };
}

function seatOf(dice: Dice, rep: Actor, title: string): Seat {
  const peers = REPS.filter((actor) => actor !== rep);
  const line = (): Line => ({
    by: dice.one([...peers, 'ruth', 'tom'] as const),
    kind: dice.one(KINDS),
    body: `Words about ${title}`,
    ...(dice.chance(0.4) ? { helpful: true } : {}),
  });
  const coach = Array.from({ length: 2 + dice.upTo(5) }, line);
  const decision = dice.one(['pursue', 'change', 'move_on'] as const);
  const readers = peers.slice(0, 1 + dice.upTo(peers.length));
  return {
    deal: dealOf(dice, rep, title),
    secondedBy: [],
    clarify: [{ by: dice.one(peers), kind: 'question', body: `Asked about ${title}`, answer: 'So it is.' }],
    reads: Object.fromEntries(readers.map((actor) => [actor, dice.read()])),
    coach,
    commitment: {
      decision,
      ...(decision === 'move_on' ? {} : { nextStep: 'Call them.', dueInDays: 3 + dice.upTo(10) }),
      uses: coach.filter(() => dice.chance(0.5)).map(({ by }) => by),
    },
  };
}

function dealOf(dice: Dice, rep: Actor, title: string): Deal {
  return {
    rep,
    title,
    thousands: 10 + dice.upTo(200),
    story: 'It is stuck.',
    ask: 'What now?',
    ladder: dice.read(),
    evidence: [],
    otherLiveDeals: dice.upTo(6),
    lifeOrDeath: 1 + dice.upTo(5),
    ...(dice.chance(0.2) ? { hostsOnly: true } : {}),
  };
}

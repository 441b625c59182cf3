import { and, asc, eq, gte, isNull } from 'drizzle-orm';
import { nextSlots, ruleNow } from '@/domain/schedule';
import { database } from './connection';
import type { Membership } from './labs';
import { labs, members, sessions, users, type LabSettings } from './schema';
import { scheduleOf, type Schedule } from './schedules';

const HOST_LIMIT = 20;

/** What a lab shows to everybody: nothing of its deals, and no names but its hosts'. */
export interface PublicLab {
  slug: string;
  name: string;
  about: string;
  timeZone: string;
  phaseSeconds: LabSettings['phaseSeconds'];
  hosts: string[];
  /**
   * How often it meets, by the rule that holds at the next session, and when it regularly does next, whatever was moved;
   * undefined where nothing is regular.
   */
  regular: { everyWeeks: number; startsAt: Date } | undefined;
  next: { startsAt: Date; durationMinutes: number } | undefined;
}

/** The public page of the lab at an address; undefined alike where there is no lab, none for everybody, and none any more. */
export async function publicLab(slug: string, now = new Date()): Promise<PublicLab | undefined> {
  const db = database();
  const [lab] = await db
    .select({
      id: labs.id,
      slug: labs.slug,
      name: labs.name,
      about: labs.about,
      timeZone: labs.timeZone,
      settings: labs.settings,
    })
    .from(labs)
    .where(and(eq(labs.slug, slug), eq(labs.public, true), isNull(labs.archivedAt), isNull(labs.deletedAt)))
    .limit(1);
  if (!lab) return undefined;
  const [hosts, schedule, [next]] = await Promise.all([
    db
      .select({ name: users.name })
      .from(members)
      .innerJoin(users, eq(users.id, members.userId))
      .where(and(eq(members.labId, lab.id), eq(members.role, 'host')))
      .orderBy(asc(members.joinedAt))
      .limit(HOST_LIMIT),
    scheduleOf(lab.id, now),
    db
      .select({ startsAt: sessions.startsAt, durationMinutes: sessions.durationMinutes })
      .from(sessions)
      .where(and(eq(sessions.labId, lab.id), eq(sessions.status, 'scheduled'), gte(sessions.startsAt, now)))
      .orderBy(asc(sessions.startsAt))
      .limit(1),
  ]);
  const { id: _, settings, ...shown } = lab;
  return {
    ...shown,
    phaseSeconds: settings.phaseSeconds,
    hosts: hosts.map(({ name }) => name),
    regular: regularIn(schedule, now, next?.startsAt),
    next,
  };
}

/** The next day of the rule that holds at the next session; a day that is skipped tells the hour as well as another. */
function regularIn({ rules }: Schedule, now: Date, next = now): PublicLab['regular'] {
  const rule = ruleNow(rules, next.getTime());
  const [first] = rule && rule.everyWeeks > 0 ? nextSlots([rule], now.getTime(), () => false, 1) : [];
  return rule && first && { everyWeeks: rule.everyWeeks, startsAt: new Date(first.slot.at) };
}

/** Whether a lab shows itself to everybody. */
export async function isPublic({ lab }: Membership): Promise<boolean> {
  const [found] = await database().select({ public: labs.public }).from(labs).where(eq(labs.id, lab.id)).limit(1);
  return found?.public ?? false;
}

/** Sets what a lab says of itself, and whether to everybody. The caller has asked whether the host may. */
export async function savePublicPage(
  { lab }: Membership,
  { about, shown }: { about: string; shown: boolean },
): Promise<void> {
  await database().update(labs).set({ about, public: shown }).where(eq(labs.id, lab.id));
}

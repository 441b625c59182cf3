import { and, asc, eq, isNotNull, like, or, sql } from 'drizzle-orm';
import { v7 as newId } from 'uuid';
import { slugOf, type NewLab } from '@/domain/lab';
import { wallClock } from '@/domain/time-zone';
import { DEFAULT_PLEDGE, type Role } from '@/domain/vocabulary';
import { database, sqlClient, type Transaction } from './connection';
import { labs, members, schedules, type LabSettings } from './schema';

const LAB_LIMIT = 100;
/** How long a session lasts until a host says otherwise. */
const FIRST_MINUTES = 90;

/** A person's place in a lab: what every query about the lab asks for, and only its members have. */
export interface Membership {
  userId: string;
  role: Role;
  /** When they agreed to the pledge as it stands; null while they have not. */
  pledgedAt: Date | null;
  lab: {
    id: string;
    slug: string;
    name: string;
    about: string;
    timeZone: string;
    pledge: string;
    durationMinutes: number;
    callUrl: string | null;
    settings: LabSettings;
    /** When it was put away; null while it is open. */
    archivedAt: Date | null;
  };
}

const labColumns = {
  id: labs.id,
  slug: labs.slug,
  name: labs.name,
  about: labs.about,
  timeZone: labs.timeZone,
  pledge: labs.pledge,
  durationMinutes: labs.durationMinutes,
  callUrl: labs.callUrl,
  settings: labs.settings,
  archivedAt: labs.archivedAt,
};

/** When a member agreed to the pledge as it stands; an agreement to earlier words is none. */
export const agreedAt =
  sql<Date | null>`case when ${labs.pledgeSince} is null or ${members.pledgedAt} >= ${labs.pledgeSince}
  then ${members.pledgedAt} end`.mapWith(members.pledgedAt);

/** The same, of a member `m` of a lab `l`, as the text of an SQL expression. */
export const AGREED_AT = '(case when l.pledge_since is null or m.pledged_at >= l.pledge_since then m.pledged_at end)';

/** The same, to stand in a statement. */
export function agreedAtOf() {
  return sqlClient().unsafe(AGREED_AT);
}

/** The viewer's membership in the lab at an address; undefined alike for no such lab and for one that isn't theirs. */
export async function membershipIn(viewerId: string, slug: string): Promise<Membership | undefined> {
  const [found] = await database()
    .select({ userId: members.userId, role: members.role, pledgedAt: agreedAt, lab: labColumns })
    .from(members)
    .innerJoin(labs, eq(labs.id, members.labId))
    .where(and(eq(members.userId, viewerId), eq(labs.slug, slug)))
    .limit(1);
  return found;
}

/** A lab that somebody is in, as their list of labs has it. */
export interface OwnLab {
  role: Role;
  lab: { id: string; slug: string; name: string; archivedAt: Date | null };
}

/** The labs that a person is in: the open ones first, then by when they joined. */
export async function labsOf(userId: string): Promise<OwnLab[]> {
  return database()
    .select({ role: members.role, lab: { id: labs.id, slug: labs.slug, name: labs.name, archivedAt: labs.archivedAt } })
    .from(members)
    .innerJoin(labs, eq(labs.id, members.labId))
    .where(eq(members.userId, userId))
    .orderBy(sql`${labs.archivedAt} is not null`, asc(members.joinedAt))
    .limit(LAB_LIMIT);
}

/** The labs whose history a member may search: this one, and the others whose pledge they agreed to. */
export async function labsToSearch({ userId, lab }: Membership): Promise<{ id: string }[]> {
  return database()
    .select({ id: labs.id })
    .from(members)
    .innerJoin(labs, eq(labs.id, members.labId))
    .where(and(eq(members.userId, userId), or(isNotNull(agreedAt), eq(labs.id, lab.id))))
    .orderBy(asc(members.joinedAt))
    .limit(LAB_LIMIT);
}

/** Makes a lab at a free address, with its weekly schedule from today on and no session yet. */
export async function createLab(
  tx: Transaction,
  made: NewLab,
  now = new Date(),
  id = newId(),
): Promise<{ id: string; slug: string }> {
  const slug = await freeSlug(tx, slugOf(made.labName));
  await tx.insert(labs).values({
    id,
    slug,
    name: made.labName,
    timeZone: made.timeZone,
    settings: {
      phaseSeconds: {
        present: made.present * 60,
        clarify: made.clarify * 60,
        coach: made.coach * 60,
        commit: made.commit * 60,
      },
      strict: true,
    },
    pledge: DEFAULT_PLEDGE,
  });
  const { weekday, localTime, timeZone } = made;
  const fromDay = wallClock(now, timeZone).day;
  const rule = { fromDay, everyWeeks: 1, weekday, localTime, timeZone, durationMinutes: FIRST_MINUTES } as const;
  await tx.insert(schedules).values({ labId: id, ...rule });
  return { id, slug };
}

async function freeSlug(tx: Transaction, wanted: string): Promise<string> {
  const taken = await tx
    .select({ slug: labs.slug })
    .from(labs)
    .where(or(eq(labs.slug, wanted), like(labs.slug, `${wanted}-%`)));
  const slugs = new Set(taken.map(({ slug }) => slug));
  for (let suffix = 1; ; suffix += 1) {
    const candidate = suffix === 1 ? wanted : `${wanted}-${suffix}`;
    if (!slugs.has(candidate)) return candidate;
  }
}

import { eq } from 'drizzle-orm';
import { database } from '@/db/connection';
import { anyAccount } from '@/db/people';
import { scheduleOf } from '@/db/schedules';
import { labs, sessions, users } from '@/db/schema';
import { insertSession } from '@/db/session-schedule';
import { settingMadeOnce, settingOf } from '@/db/settings';
import { slotsAfter, type Slot } from '@/domain/schedule';
import { readConfig, StartError } from '@/server/config';
import { openLog } from '@/server/log';
import { openStorage } from '@/server/storage';
import { ACTORS, CAST, emailOf, type Ready } from './cast';
import { PAST } from './past';
import { findPeople, makePassword, makePeople, type People } from './people';
import { playSession } from './play';
import { ensureLive, ensureScheduled } from './rooms';
import { Scribe } from './scribe';

const WEEK_MS = 7 * 86_400_000;
/** The last of the past sessions is over by this long at least. */
const OVER_MS = 3 * 3_600_000;

/**
 * Makes what the demo needs in its data folder, or goes on with what is there; nothing of it is left running.
 * Throws StartError, with a sentence for a person, where the folder can't be used.
 */
export async function prepareDemo({ quiet }: { quiet: boolean }): Promise<Ready> {
  const config = readConfig(process.env);
  const storage = await openStorage(config, openLog('warn'), (error) => {
    throw error;
  });
  try {
    const password = await passwordOf();
    const people = await settled(password);
    const sessionId = quiet ? await ensureScheduled(people, Date.now()) : await ensureLive(people, Date.now());
    const [lab] = await database().select({ slug: labs.slug }).from(labs).where(eq(labs.id, people.labId)).limit(1);
    return {
      url: config.publicUrl,
      labSlug: lab?.slug ?? '',
      sessionId,
      accounts: ACTORS.map((actor) => ({ ...CAST[actor], email: emailOf(actor), password })).map(
        ({ name, email, password: secret, role }) => ({ name, email, password: secret, role }),
      ),
    };
  } finally {
    await storage.close();
  }
}

export { StartError };

/** The password of everybody in this folder, made before anything else: it marks the folder as the demo's. */
async function passwordOf(): Promise<string> {
  if ((await settingOf('demo-password')) === undefined && (await anyAccount())) {
    throw new StartError("DATA_DIR holds a lab that isn't the demo's: set it to another folder.");
  }
  return settingMadeOnce('demo-password', makePassword);
}

/** The people and their past, made once; a start that was cut short begins anew. */
async function settled(password: string): Promise<People> {
  const labId = await settingOf('demo-lab');
  if (labId !== undefined) return findPeople(labId);
  await database().delete(labs);
  await database().delete(users);
  const people = await makePeople(password, new Date(Date.now() - (PAST.length + 2) * WEEK_MS));
  const { rules } = await scheduleOf(people.labId);
  const past = slotsAfter(rules, Date.now() - PAST.length * WEEK_MS - OVER_MS);
  for (const script of PAST) {
    const slot = past.next().value;
    if (!slot) break;
    const scribe = await Scribe.open(people, await sessionOn(people, slot), slot.at + 90_000);
    await playSession(scribe, script);
  }
  await settingMadeOnce('demo-lab', () => people.labId);
  return people;
}

function sessionOn({ labId }: People, { at, day, durationMinutes }: Slot): Promise<string> {
  const startsAt = new Date(at);
  return database().transaction(async (tx) => {
    const id = await insertSession(tx, labId, { startsAt, durationMinutes, callUrl: null, slot: day });
    await tx.update(sessions).set({ createdAt: startsAt }).where(eq(sessions.id, id));
    return id;
  });
}

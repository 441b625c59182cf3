import { eq } from 'drizzle-orm';
import { database } from './connection';
import { settings } from './schema';

/** The setting `key`, made by `make` the first time. Servers that ask at once all get the same value. */
export async function settingMadeOnce(key: string, make: () => string): Promise<string> {
  const db = database();
  const find = () => db.select().from(settings).where(eq(settings.key, key)).limit(1);
  const [existing] = await find();
  if (existing) return existing.value;
  await db.insert(settings).values({ key, value: make() }).onConflictDoNothing();
  const [made] = await find();
  if (!made) throw new Error(`The setting ${key} could not be stored.`);
  return made.value;
}

/** The setting `key`, if it was ever made. */
export async function settingOf(key: string): Promise<string | undefined> {
  const [found] = await database().select().from(settings).where(eq(settings.key, key)).limit(1);
  return found?.value;
}

import { eq } from 'drizzle-orm';
import { database } from './connection';
import { settings } from './schema';

/** The setting `key`, made by `make` the first time. Servers that ask at once all get the same value. */
export async function settingMadeOnce(key: string, make: () => string): Promise<string> {
  const existing = await settingOf(key);
  if (existing !== undefined) return existing;
  await database().insert(settings).values({ key, value: make() }).onConflictDoNothing();
  const made = await settingOf(key);
  if (made === undefined) throw new Error(`The setting ${key} could not be stored.`);
  return made;
}

/** The setting `key`; undefined where nobody has made it yet. */
export async function settingOf(key: string): Promise<string | undefined> {
  const [found] = await database().select().from(settings).where(eq(settings.key, key)).limit(1);
  return found?.value;
}

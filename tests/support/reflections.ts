import { keepReflection, reflectionsOf } from '@/db/why';
import type { ReflectionKey } from '@/domain/why';

/** Keeps an answer that was begun from the newest one, as a page that was just opened does. */
export async function keepNewest(userId: string, question: ReflectionKey, body: string, today: string): Promise<void> {
  const newest = (await reflectionsOf(userId)).find((one) => one.question === question);
  await keepReflection(userId, { question, body, today, base: newest?.id ?? null });
}

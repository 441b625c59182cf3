import { labsOf } from '@/db/labs';
import { isLeaving } from '@/db/leaving';
import { beginSignIn } from '@/db/sign-ins';
import type { LiveFace } from '../face';

/**
 * Begins a sign-in on a device, and gives its id. An account that was being deleted is back by it, and the rooms of its
 * labs call it by its name again.
 */
export async function openSignIn(userId: string, device: string, live: LiveFace): Promise<string> {
  const wasLeaving = await isLeaving(userId);
  const id = await beginSignIn(userId, device);
  if (wasLeaving) for (const { lab } of await labsOf(userId)) await live.memberChanged(lab.id, userId);
  return id;
}

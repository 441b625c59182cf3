import { face } from '@/server/face';

/** Cuts off, in a lab's live rooms, those who have no place there any more: at once, on every server. */
export async function sendOut(labId: string, userIds: readonly string[]): Promise<void> {
  await Promise.all(userIds.map((id) => face().live.removeMember(labId, id)));
}

import { v7 as newId } from 'uuid';
import type { Membership } from '@/db/labs';
import { face } from '@/server/face';

/** Cancels sessions by their logs, as a host would in the room: their deals go on. Says what kept one from it. */
export async function cancelForAll({ userId }: Membership, sessionIds: readonly string[]): Promise<string | undefined> {
  let refused: string | undefined;
  for (const sessionId of sessionIds) {
    const sent = await face().live.execute(sessionId, userId, { id: newId(), type: 'session.cancel', data: {} });
    if (!sent.ok) refused = sent.error.message;
  }
  return refused;
}

import { recapOf, type Recap } from '@/domain/recap';
import type { Id } from '@/domain/session';
import { eventsAfter, headsOf } from './session-log';

/** So many sessions' recaps are kept, those that were read last: a session's mails go to all its readers within minutes. */
const MOST_KEPT = 8;

interface Kept {
  /** Where the log ended. */
  head: string;
  recap: Promise<Recap>;
}

const kept = new Map<Id, Kept>();

/**
 * A session's recap from its log, for one who may read it: folded once for all its readers, and anew where the log ends
 * elsewhere by now. Whoever gets it changes nothing in it.
 */
export async function recapFromLog(sessionId: Id): Promise<Recap> {
  const head = JSON.stringify((await headsOf([sessionId])).get(sessionId));
  const known = kept.get(sessionId);
  const { recap } = known?.head === head ? known : { recap: read(sessionId) };
  kept.delete(sessionId);
  kept.set(sessionId, { head, recap });
  for (const oldest of kept.keys()) if (kept.size > MOST_KEPT) kept.delete(oldest);
  return recap;
}

function read(sessionId: Id): Promise<Recap> {
  const recap = eventsAfter(sessionId, 0).then((events) => recapOf(events));
  recap.catch(() => {
    // What failed is read anew the next time.
    if (kept.get(sessionId)?.recap === recap) kept.delete(sessionId);
  });
  return recap;
}

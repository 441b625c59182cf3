import type { UpcomingSession } from '@/db/lab-home';
import { weekFromNow } from '@/domain/mail/when';
import { ordinal } from '@/domain/number-words';
import type { Scenario } from '@/domain/session/state';
import { Notice } from '@/ui/notice';

interface YourTurnProps {
  queue: readonly Scenario[];
  userId: string;
  session: Pick<UpcomingSession, 'startsAt' | 'status'>;
  zone: string;
}

/** For a rep whose deal is first, or was carried over: when it is heard. */
export function YourTurn({ queue, userId, session, zone }: YourTurnProps) {
  const at = queue.findIndex(({ repId }) => repId === userId);
  const deal = queue[at];
  if (!deal || (at > 0 && deal.carriedWeeks === 0)) return null;
  const under = session.status !== 'scheduled';
  const when = under ? 'today' : weekFromNow(session.startsAt, serverNow(), zone);
  return (
    <Notice className="mb-[14px]" icon={null}>
      You’re {at === 0 ? 'first ' : ''}
      {when}: {deal.title}.{' '}
      {deal.carriedWeeks > 0 &&
        (at === 0
          ? 'It was not reached last time, and kept who seconded it.'
          : `It was not reached last time, and is now ${ordinal(at + 1)}.`)}
    </Notice>
  );
}

function serverNow(): number {
  return Date.now();
}

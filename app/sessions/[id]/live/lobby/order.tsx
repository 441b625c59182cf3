'use client';

import { capital } from '@/domain/number-words';
import { Notice } from '@/ui/notice';
import { EmptyState } from '@/ui/words';
import { Ladder } from '@/ui/ladder/ladder';
import { byKey } from '../bar/shortcut-table';
import { useRoom } from '../connection/use-room';
import { useMeeting } from '../meeting';
import { isHost, meOf, scenarioOf, sessionOf } from '../select';
import { useSession } from '../use-session';
import { OrderRow } from './order-row';
import { SortableOrder } from './sortable-order';
import { SuggestOrder } from './suggest-order';
import { dayPart } from './words';

/** The deals that wait, next first, each with why it stands where it stands. Hosts set the order, reps second. */
export function Order() {
  const { startsAt, lobby } = useMeeting();
  const host = useRoom(isHost);
  const queue = useSession((state) => state.queue);
  return (
    <section aria-labelledby="order" {...byKey('queue')}>
      <div className="row between wrap mb-[14px]">
        <h2 id="order">{capital(dayPart(startsAt, lobby.timeZone))}’s order</h2>
        {host && queue.length > 1 && <SuggestOrder />}
      </div>
      {queue.length === 0 && (
        <EmptyState art={<Ladder decorative size="small" className="w-[120px]" view={{ mode: 'outline' }} />}>
          Nobody has brought a deal yet. Someone goes first.
        </EmptyState>
      )}
      <YouAreFirst />
      {queue.length > 0 && (host ? <SortableOrder /> : <SetOrder />)}
      {queue.length > 0 && (
        <p className="meta mt-[14px]">
          {host
            ? 'The suggestion weighs weeks since the last seat, coaching given, deadlines and seconds. You decide; what is not reached keeps its place next week.'
            : 'The hosts set the order. Reads stay hidden until their reveal; what is not reached keeps its place next week.'}
        </p>
      )}
    </section>
  );
}

/** Tells a rep whose deal is first; a host who brought it too. */
function YouAreFirst() {
  const title = useRoom((view) => {
    const first = scenarioOf(view, sessionOf(view).queue[0]);
    return first && first.repId === meOf(view) ? first.title : '';
  });
  return title ? (
    <Notice tone="now" className="mb-[14px]">
      You are first: {title}.
    </Notice>
  ) : null;
}

function SetOrder() {
  const queue = useSession((state) => state.queue);
  return (
    <ol className="list">
      {queue.map((id, at) => (
        <SetRow key={id} id={id} at={at} />
      ))}
    </ol>
  );
}

function SetRow({ id, at }: { id: string; at: number }) {
  const scenario = useRoom((view) => scenarioOf(view, id));
  return <li className="py-4">{scenario && <OrderRow scenario={scenario} at={at} />}</li>;
}

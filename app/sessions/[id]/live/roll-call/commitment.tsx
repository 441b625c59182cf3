'use client';

import type { RollCallItem } from '@/domain/session/state';
import { DecisionTag } from '@/ui/outcomes';
import { CalendarDay, LocalTime } from '@/ui/time';
import { useConnection, useRoom } from '../connection/use-room';
import type { RoomView } from '../connection/room-view';
import { nameOf } from '../select';
import { useSession } from '../use-session';
import { saidLately } from './items';

/** What somebody committed to, read out in their own words. */
export function CommitmentRead({ item }: { item: RollCallItem }) {
  const { clock } = useConnection();
  const name = useRoom((view) => nameOf(view, item.repId));
  const timeZone = useSession((state) => state.settings.timeZone);
  const begun = useSession((state) => state.startedAt);
  // Without a next step the heading names the deal already.
  const deal = item.account ?? (item.nextStep ? item.title : undefined);
  const usesOf = useRoom((view) => namesOf(view, item.usesOf));
  const last = saidLately(Date.parse(item.madeAt), begun ? Date.parse(begun) : clock.now());
  return (
    <>
      <p className="meta text-3">
        {last ? 'Last' : 'On'} <LocalTime at={item.madeAt} form={last ? 'weekday' : 'day'} zone={timeZone} fixed />, in
        front of this room, {name} {item.nextStep ? 'said' : 'decided'}
      </p>
      <h1 className="said mt-2 max-w-[34em]" dir="auto">
        {item.nextStep ? `“${item.nextStep}”` : `To move on from ${item.title}`}
      </h1>
      <p className="row wrap mt-[14px] gap-x-5 gap-y-2">
        <DecisionTag decision={item.decision} />
        {item.dueOn && (
          <span className="meta num">
            By <CalendarDay day={item.dueOn} />
          </span>
        )}
        {deal && <span className="meta">{deal}</span>}
        {usesOf && <span className="meta">Uses words of {usesOf}</span>}
      </p>
    </>
  );
}

/** "Tom Halloran and Amara Nwosu"; empty for none. */
export function namesOf(view: RoomView, ids: readonly string[]): string {
  const names = [...new Set(ids)].map((id) => nameOf(view, id));
  return names.length > 1 ? `${names.slice(0, -1).join(', ')} and ${names.at(-1)}` : (names[0] ?? '');
}

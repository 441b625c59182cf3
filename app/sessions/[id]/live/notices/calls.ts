import type { RoomView } from '../connection/room-view';
import { meOf, scenarioOf, seatOf } from '../select';

/** What somebody who looks elsewhere is called back for. */
export type Call = 'open' | 'next';

/** What holds for this viewer now; null before the room is known. */
export interface Standing {
  open: boolean;
  next: boolean;
}

/** Whether the session runs, and whether this viewer's own deal is the next in it. */
export function standingNow(view: RoomView): Standing | null {
  const { state } = view;
  if (!state) return null;
  const me = meOf(view);
  const open = state.status === 'live';
  return { open, next: open && seatOf(view) !== me && scenarioOf(view, state.queue[0])?.repId === me };
}

/** What has come true since; one call at a time, and none for how the room was found. */
export function callFor(before: Standing | null, now: Standing | null): Call | undefined {
  if (!before || !now) return undefined;
  if (now.next && !before.next) return 'next';
  return now.open && !before.open ? 'open' : undefined;
}

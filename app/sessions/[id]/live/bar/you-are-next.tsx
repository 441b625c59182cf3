'use client';

import { Notice } from '@/ui/notice';
import type { RoomView } from '../connection/room-view';
import { useRoom } from '../connection/use-room';
import { meOf, nameOf, scenarioOf, turnOf } from '../select';

/** Who commits now, where this viewer's own deal is next. */
function before(view: RoomView): string {
  const turn = turnOf(view);
  const next = scenarioOf(view, view.state?.queue[0]);
  return turn?.phase === 'commit' && next && next.repId === meOf(view) ? nameOf(view, turn.repId) : '';
}

/** Tells a rep that they are up next, while the one before them commits. */
export function YouAreNext() {
  const name = useRoom(before);
  return name ? <Notice tone="now">You are next. {name} commits now.</Notice> : null;
}

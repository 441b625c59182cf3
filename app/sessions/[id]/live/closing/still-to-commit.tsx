'use client';

import { Notice } from '@/ui/notice';
import type { RoomView } from '../connection/room-view';
import { sessionOf } from '../select';
import { useBuilt } from '../use-session';
import { uncommittedOf } from './table';

const parts = (view: RoomView) => [view.you, sessionOf(view).turns];

/** Reminds whoever's turn ended without a commitment, while it can still be made. */
export function StillToCommit() {
  const turns = useBuilt(parts, uncommittedOf);
  if (turns.length === 0) return null;
  return <Notice tone="now">Your turn ended without a commitment. It can be made until the session has ended.</Notice>;
}

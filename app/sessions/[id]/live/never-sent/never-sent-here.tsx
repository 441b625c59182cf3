'use client';

import { rollCallNow } from '@/domain/session/told-ladder';
import type { RoomView } from '../connection/room-view';
import { useConnection, useKept } from '../connection/use-room';
import { meOf, sessionOf } from '../select';
import { useBuilt } from '../use-session';
import { NeverSent } from './never-sent';
import { saidBy } from './unsent';

function said(view: RoomView): string[] {
  const state = sessionOf(view);
  const { turns, floor, takeaways } = state;
  return saidBy(meOf(view), { turns, questions: floor.questions, takeaways, rollCall: rollCallNow(state) });
}

function saidInputs(view: RoomView): readonly unknown[] {
  return [view.state];
}

/** What this person wrote and did not send, in the room that is over. */
export function NeverSentHere() {
  const kept = useKept();
  const connection = useConnection();
  const onDelete = (name: string) => {
    if (name.startsWith('word/')) connection.drop(name.slice('word/'.length));
    kept.remove(name);
  };
  return <NeverSent kept={kept} said={useBuilt(saidInputs, said)} onDelete={onDelete} />;
}

'use client';

import { useEffect, useRef } from 'react';
import { listed } from '@/domain/listed';
import type { Id } from '@/domain/session/state';
import { useAnnounce, useToast } from '@/ui/announcer';
import type { RoomView } from './connection/room-view';
import { useConnection, useRoom } from './connection/use-room';
import { meOf, nameOf, sessionOf, speaksAsHost } from './select';

const standInOf = (view: RoomView) => sessionOf(view).standIn;

/** That a host is back, for whom somebody stood in; nothing where that one was removed instead, or the meeting is over. */
export function hostIsBack(view: RoomView, stoodIn: Id): string | undefined {
  const { status, removed } = sessionOf(view);
  if (standInOf(view) || removed.includes(stoodIn) || status === 'ended' || status === 'cancelled') return undefined;
  // Until the room is told of it, whoever stood in is known as a host.
  const here = [...view.present].filter((id) => id !== stoodIn && speaksAsHost(view, id));
  if (here.some((id) => id === meOf(view))) return 'You run the meeting again.';
  const hosts = here.map((id) => nameOf(view, id));
  const back = hosts.length === 0 ? 'A host is back' : `${listed(hosts)} ${hosts.length === 1 ? 'is' : 'are'} back`;
  const runs = hosts.length > 1 ? 'run' : 'runs';
  return `${back}, and ${runs} the meeting again.`;
}

/** Says, once a host returns, that the meeting is theirs again; whoever stood in sees it too, for the controls are gone. */
export function useStandInTold(since: RoomView): void {
  const connection = useConnection();
  const standIn = useRoom(standInOf);
  const before = useRef(standInOf(since));
  const announce = useAnnounce();
  const toast = useToast();
  useEffect(() => {
    const was = before.current;
    before.current = standIn;
    if (!was || was === standIn) return;
    const { view } = connection;
    const text = hostIsBack(view, was);
    if (!text) return;
    if (was === meOf(view)) toast({ text });
    else announce(text);
  }, [standIn, connection, announce, toast]);
}

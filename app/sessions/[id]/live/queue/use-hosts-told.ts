'use client';

import { useEffect, useRef } from 'react';
import { listed } from '@/domain/listed';
import type { FloorQuestion, HostNote, Id } from '@/domain/session/state';
import { useAnnounce } from '@/ui/announcer';
import type { RoomView } from '../connection/room-view';
import { useConnection, useRoom } from '../connection/use-room';
import { askerOf, meOf, nameOf, readsHosts, sessionOf } from '../select';

/** What hosts write to each other is told of at most so often. */
const EVERY_MS = 5000;

const questionsOf = (view: RoomView) => sessionOf(view).floor.questions;
const notesOf = (view: RoomView) => sessionOf(view).notes;

/** Who has handed in a sealed question since. */
export function sealedSince(before: readonly FloorQuestion[], now: readonly FloorQuestion[]): Id[] {
  const known = new Set(before.map(({ id }) => id));
  return now.filter(({ id, sealed }) => sealed && !known.has(id)).map(({ by }) => by);
}

/** Who but this viewer has written to the hosts after the note of that number; each once. */
export function wroteSince(seq: number, now: readonly HostNote[], me: Id | undefined): Id[] {
  return [...new Set(now.filter((note) => note.seq > seq && note.by !== me).map(({ by }) => by))];
}

/** Says to hosts, and to nobody else, that a sealed question has come, and that another wrote to them; not what. */
export function useHostsTold(since: RoomView): void {
  useSealedTold(since);
  useNotesTold(since);
}

function useSealedTold(since: RoomView) {
  const connection = useConnection();
  const announce = useAnnounce();
  const questions = useRoom(questionsOf);
  const before = useRef(questionsOf(since));
  useEffect(() => {
    const from = sealedSince(before.current, questions);
    before.current = questions;
    const { view } = connection;
    // An observer has their own.
    if (!readsHosts(view)) return;
    for (const id of from) announce(`A sealed question came from ${askerOf(view, id)}.`);
  }, [questions, connection, announce]);
}

function useNotesTold(since: RoomView) {
  const connection = useConnection();
  const announce = useAnnounce();
  const notes = useRoom(notesOf);
  const upTo = useRef(notesOf(since).at(-1)?.seq ?? 0);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => {
    const last = notes.at(-1)?.seq ?? 0;
    if (timer.current || last <= upTo.current) return;
    timer.current = setTimeout(() => {
      timer.current = undefined;
      const { view } = connection;
      const names = wroteSince(upTo.current, notesOf(view), meOf(view)).map((id) => nameOf(view, id));
      upTo.current = notesOf(view).at(-1)?.seq ?? upTo.current;
      if (readsHosts(view) && names.length > 0) announce(`${listed(names)} wrote to the hosts.`);
    }, EVERY_MS);
  }, [notes, connection, announce]);
  useEffect(() => () => clearTimeout(timer.current), []);
}

'use client';

import { useEffect, useRef } from 'react';
import type { Contribution } from '@/domain/session/state';
import { useAnnounce } from '@/ui/announcer';
import { kindLabel } from '@/ui/kinds';
import { useConnection } from '../connection/use-room';
import { meOf, nameOf, turnOf } from '../select';

const EVERY_MS = 8000;

/** Says what is new in a stream aloud, without flooding: one by name, several as a number, at most every few seconds. */
export function useNews(words: readonly Contribution[]): void {
  const connection = useConnection();
  const announce = useAnnounce();
  const told = useRef<{ upTo: number; timer: ReturnType<typeof setTimeout> | undefined } | null>(null);

  useEffect(() => {
    const last = words.at(-1)?.seq ?? 0;
    if (!told.current) {
      told.current = { upTo: last, timer: undefined };
      return;
    }
    const state = told.current;
    if (last <= state.upTo || state.timer) return;
    const tell = () => {
      state.timer = undefined;
      const { view } = connection;
      const me = meOf(view);
      const fresh = (turnOf(view)?.contributions ?? []).filter(
        // Late words stand apart from the stream, to be read when it suits.
        ({ seq, by, late }) => seq > state.upTo && by !== me && !late,
      );
      state.upTo = Math.max(state.upTo, turnOf(view)?.contributions.at(-1)?.seq ?? 0);
      const [one] = fresh;
      if (!one) return;
      announce(
        fresh.length === 1
          ? `${kindLabel(one.kind)} from ${nameOf(view, one.by)}.`
          : `${fresh.length} new contributions.`,
      );
    };
    state.timer = setTimeout(tell, EVERY_MS);
  }, [words, connection, announce]);

  useEffect(() => () => clearTimeout(told.current?.timer), []);
}

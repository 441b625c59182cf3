'use client';

import { memo, useEffect, useRef } from 'react';
import type { Moment } from '@/domain/replay/moments';
import { MomentIcon } from './moment-icon';
import { momentWords } from './moment-words';
import { useNames } from './use-names';
import { usePlayed, usePlayer } from './use-player';
import { useTimeWords } from './use-time-words';

/** What one can jump to, with the moment that is on marked. */
export function MomentList() {
  const moments = usePlayed((player) => player.outline.moments);
  const current = usePlayed((player) => player.moment);
  const list = useRef<HTMLOListElement>(null);
  useEffect(() => {
    const row = list.current?.children[current];
    // Only the list itself scrolls, never the page round it.
    if (!list.current || !(row instanceof HTMLElement)) return;
    const { clientHeight, scrollTop } = list.current;
    const above = row.offsetTop < scrollTop;
    const below = row.offsetTop + row.offsetHeight > scrollTop + clientHeight;
    if (above || below) list.current.scrollTop = row.offsetTop - clientHeight / 2;
  }, [current]);
  return (
    <aside className="moments" aria-labelledby="moments">
      <h2 id="moments" className="text-5">
        Moments
      </h2>
      <ol ref={list}>
        {moments.map((moment, at) => (
          <Row key={moment.seq} moment={moment} current={at === current} />
        ))}
      </ol>
    </aside>
  );
}

const Row = memo(function Row({ moment, current }: { moment: Moment; current: boolean }) {
  const player = usePlayer();
  const words = useTimeWords();
  const names = useNames();
  return (
    <li>
      <button type="button" aria-current={current ? 'true' : undefined} onClick={() => player.seek(moment.at)}>
        <span className="t num" suppressHydrationWarning>
          {words.minute(moment.at)}
        </span>
        <MomentIcon moment={moment} />
        <span>{momentWords(moment, names)}</span>
      </button>
    </li>
  );
});

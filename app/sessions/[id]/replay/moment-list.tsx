'use client';

import { memo, useEffect, useRef, useState } from 'react';
import { List } from 'lucide-react';
import type { Moment } from '@/domain/replay/moments';
import { Button } from '@/ui/button';
import { Dialog } from '@/ui/dialog';
import { Icon } from '@/ui/icon';
import { MomentIcon } from './moment-icon';
import { momentWords } from './moment-words';
import { SkipSilence } from './skip-silence';
import { useNames } from './use-names';
import { usePlayed, usePlayer } from './use-player';
import { useTimeWords } from './use-time-words';

/** What one can jump to, beside the room where there is space. */
export function MomentList() {
  return (
    <aside className="moments" aria-labelledby="moments">
      <h2 id="moments" className="text-5">
        Moments
      </h2>
      <Moments />
    </aside>
  );
}

/** The same behind a button, where there is not. */
export function MomentSheet() {
  const [open, setOpen] = useState(false);
  return (
    <Dialog
      title="Moments"
      open={open}
      onOpenChange={setOpen}
      trigger={
        <Button size="sm" variant="plain" className="moments-narrow">
          <Icon as={List} />
          Moments
        </Button>
      }
    >
      <div className="moments in-sheet">
        <Moments onPick={() => setOpen(false)} />
      </div>
      <div className="mt-4">
        <SkipSilence />
      </div>
    </Dialog>
  );
}

/** The moments, with the one that is on marked and in view. */
function Moments({ onPick }: { onPick?: () => void }) {
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
    <ol ref={list}>
      {moments.map((moment, at) => (
        <Row key={moment.seq} moment={moment} current={at === current} onPick={onPick} />
      ))}
    </ol>
  );
}

interface RowProps {
  moment: Moment;
  current: boolean;
  onPick: (() => void) | undefined;
}

const Row = memo(function Row({ moment, current, onPick }: RowProps) {
  const player = usePlayer();
  const words = useTimeWords();
  const names = useNames();
  const pick = () => {
    player.seek(moment.at);
    onPick?.();
  };
  return (
    <li>
      <button type="button" aria-current={current ? 'true' : undefined} onClick={pick}>
        <span className="t num" suppressHydrationWarning>
          {words.minute(moment.at)}
        </span>
        <MomentIcon moment={moment} />
        <span>{momentWords(moment, names)}</span>
      </button>
    </li>
  );
});

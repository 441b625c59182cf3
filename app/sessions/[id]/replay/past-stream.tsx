'use client';

import { useMemo, useState } from 'react';
import { Button } from '@/ui/button';
import { useRoom } from '../live/connection/use-room';
import { turnOf } from '../live/select';
import { Contribution } from '../live/stream/contribution';
import { StreamFactsOf } from '../live/stream/facts';
import { Late } from '../live/stream/late';
import { streamTitle } from '../live/stream/stream-head';
import { threaded } from '../live/stream/threads';
import { usePlayed } from './use-player';

/** So many are drawn, from the end; the rest on demand, so that every moment of a long session is drawn as fast. */
const SHOWN = 12;

/** What had been said in the turn by then, the last words at the foot. */
export function PastStream() {
  const turn = useRoom(turnOf);
  const inAll = usePlayed((player) => player.outline.said.get(turn?.id ?? '') ?? 0);
  const [more, setMore] = useState({ turnId: '', shown: SHOWN });
  const shown = more.turnId === turn?.id ? more.shown : SHOWN;
  const { threads, late } = useMemo(() => threaded(turn?.contributions ?? []), [turn?.contributions]);
  if (!turn) return null;
  const standing = turn.contributions.filter((one) => !one.gone && !one.late && one.kind !== 'answer').length;
  const hidden = Math.max(0, threads.length - shown);
  return (
    <>
      <header>
        <h2 className="text-5">{streamTitle(turn.phase)}</h2>
        <span className="meta num">
          {standing} by then, {inAll} in all
        </span>
      </header>
      <ol className="stream" tabIndex={0} aria-label="What had been said by then">
        <StreamFactsOf seat={turn.repId}>
          {hidden > 0 && (
            <li>
              <Button size="sm" onClick={() => setMore({ turnId: turn.id, shown: shown + 4 * SHOWN })}>
                {hidden} earlier
              </Button>
            </li>
          )}
          {threads.slice(hidden).map(({ one, replies }) => (
            <Contribution key={one.id} past one={one} replies={replies} />
          ))}
          {late.length > 0 && <Late words={late} />}
        </StreamFactsOf>
      </ol>
    </>
  );
}

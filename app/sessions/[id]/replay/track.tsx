'use client';

import { memo, useEffect, useRef, type CSSProperties, type KeyboardEvent, type PointerEvent } from 'react';
import { Lock } from 'lucide-react';
import type { Moment } from '@/domain/replay/moments';
import type { Span, Stretch } from '@/domain/replay/track';
import { Icon, Spark } from '@/ui/icon';
import { DecisionIcon } from '@/ui/outcomes';
import { PHASE_NAMES } from '../live/turn/phases';
import { turnOf } from '../live/select';
import { momentWords } from './moment-words';
import { STEP_MS, type Player } from './player';
import { useNames } from './use-names';
import { usePlayed, usePlayer } from './use-player';
import { useTimeWords } from './use-time-words';

/** The whole meeting as one line: drag along it, or move the handle by keyboard. */
export function Track() {
  const player = usePlayer();
  const line = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // The handle moves with each frame of a replay that plays: it alone is touched then.
    const draw = () => line.current?.style.setProperty('--at', `${(place(player, player.at) * 100).toFixed(3)}%`);
    draw();
    return player.subscribe(draw);
  }, [player]);
  const toPointer = (event: PointerEvent<HTMLDivElement>) => {
    const { left, width } = event.currentTarget.getBoundingClientRect();
    player.seek(player.from + ((event.clientX - left) / width) * (player.to - player.from));
  };
  return (
    <div
      ref={line}
      className="track"
      onPointerDown={(event) => {
        if (event.button !== 0 || (event.target as Element).closest('button')) return;
        event.currentTarget.setPointerCapture(event.pointerId);
        toPointer(event);
      }}
      onPointerMove={(event) => event.currentTarget.hasPointerCapture(event.pointerId) && toPointer(event)}
    >
      <Pieces />
      <Marks />
      <Handle />
    </div>
  );
}

/** From 0 at the start to 1 at the end. */
function place({ from, to }: Player, at: number): number {
  return to > from ? (at - from) / (to - from) : 0;
}

function across(player: Player, { from, to }: Span): CSSProperties {
  const left = place(player, from);
  return { left: `${left * 100}%`, width: `${(place(player, to) - left) * 100}%` };
}

/** Drawn twice: what is past lies over the rest, cut off at the handle. */
const Pieces = memo(function Pieces() {
  const player = usePlayer();
  const names = useNames();
  const track = usePlayed((now) => now.outline.track);
  return (
    <>
      {['', 'past'].map((layer) => (
        <div key={layer} className={`layer ${layer}`} aria-hidden="true">
          {track.map((stretch) =>
            (stretch.kind === 'turn' ? stretch.phases : [stretch]).map((piece) => (
              <i key={piece.from} className={stretch.kind} style={across(player, piece)} />
            )),
          )}
        </div>
      ))}
      {track.map((stretch) => (
        <span
          key={stretch.from}
          className={`lb ${stretch.kind}`}
          aria-hidden="true"
          title={labelOf(stretch, names)}
          style={across(player, stretch)}
        >
          {labelOf(stretch, names)}
        </span>
      ))}
    </>
  );
});

function labelOf(stretch: Stretch, names: (id: string) => string): string {
  if (stretch.kind === 'turn') return names(stretch.repId);
  return stretch.kind === 'roll_call' ? 'Roll call' : 'Closing round';
}

type Marked = Extract<Moment, { kind: 'reveal' | 'commitment' | 'released' }>;

const isMarked = (moment: Moment): moment is Marked =>
  moment.kind === 'reveal' || moment.kind === 'commitment' || moment.kind === 'released';

const Marks = memo(function Marks() {
  const player = usePlayer();
  const names = useNames();
  const moments = usePlayed((now) => now.outline.moments);
  return moments.filter(isMarked).map((moment) => (
    <button
      key={moment.seq}
      type="button"
      className={`mk ${moment.kind}`}
      style={{ left: `${place(player, moment.at) * 100}%` }}
      // The list of moments leads to the same by keyboard, and J and K do.
      tabIndex={-1}
      aria-label={momentWords(moment, names)}
      title={momentWords(moment, names)}
      onClick={() => player.seek(moment.at)}
    >
      {moment.kind === 'reveal' && <Spark />}
      {moment.kind === 'commitment' && <DecisionIcon decision={moment.decision} />}
      {moment.kind === 'released' && <Icon as={Lock} />}
    </button>
  ));
});

/** What the handle says of its moment. */
function useMomentText(): string {
  const words = useTimeWords();
  const names = useNames();
  const second = usePlayed((player) => Math.floor(player.at / 1000) * 1000);
  const phase = usePlayed((player) => turnOf(player.view)?.phase);
  const seat = usePlayed((player) => turnOf(player.view)?.repId);
  return [words.second(second), phase && PHASE_NAMES[phase], seat && names(seat)].filter(Boolean).join(', ');
}

function Handle() {
  const player = usePlayer();
  const text = useMomentText();
  const seconds = usePlayed((now) => Math.round((now.at - now.from) / 1000));
  const onKeyDown = (event: KeyboardEvent) => {
    const acts: Record<string, () => unknown> = {
      ArrowUp: () => player.step(STEP_MS),
      ArrowDown: () => player.step(-STEP_MS),
      PageUp: () => player.jump(1),
      PageDown: () => player.jump(-1),
      Home: () => player.seek(player.from),
      End: () => player.seek(player.to),
    };
    const act = acts[event.key];
    if (!act) return;
    event.preventDefault();
    act();
  };
  return (
    <div
      className="hd"
      role="slider"
      aria-label="Moment"
      aria-valuemin={0}
      aria-valuemax={Math.round((player.to - player.from) / 1000)}
      aria-valuenow={seconds}
      aria-valuetext={text}
      tabIndex={0}
      onKeyDown={onKeyDown}
      suppressHydrationWarning
    />
  );
}

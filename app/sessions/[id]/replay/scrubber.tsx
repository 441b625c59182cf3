'use client';

import { ChevronLeft, ChevronRight, CornerUpLeft, Lock, Pause, Play, Route } from 'lucide-react';
import { Button } from '@/ui/button';
import { Choices } from '@/ui/choices';
import { CopyButton } from '@/ui/copy-button';
import { Icon, Spark } from '@/ui/icon';
import { MomentSheet } from './moment-list';
import { usePastMeeting } from './past-meeting';
import { SkipSilence } from './skip-silence';
import { SPEEDS, STEP_MS, type Player } from './player';
import { Track } from './track';
import { usePlayed, usePlayer } from './use-player';
import { useTimeWords } from './use-time-words';

/** The foot of a replay: play, speed, the link to this moment, and the track. */
export function Scrubber() {
  const player = usePlayer();
  const playing = usePlayed((now) => now.playing);
  return (
    <section className="scrub" aria-label="Scrubber">
      <div className="scrub-row">
        <Button variant="ink" onClick={() => (playing ? player.pause() : player.play())}>
          <Icon as={playing ? Pause : Play} />
          <span className="max-[560px]:sr-only">{playing ? 'Pause' : 'Play'}</span>
        </Button>
        <Button
          variant="plain"
          size="sm"
          className="scrub-back"
          aria-label="Back ten seconds"
          onClick={() => player.step(-STEP_MS)}
        >
          <Icon as={CornerUpLeft} />
          10 s
        </Button>
        <Button variant="plain" size="sm" square aria-label="Moment before (K)" onClick={() => player.jump(-1)}>
          <Icon as={ChevronLeft} />
        </Button>
        <Button variant="plain" size="sm" square aria-label="Next moment (J)" onClick={() => player.jump(1)}>
          <Icon as={ChevronRight} />
        </Button>
        <MomentSheet />
        <Now />
        <span className="grow" />
        <Key />
        <span className="scrub-skip">
          <SkipSilence />
        </span>
        <Speed />
        <Share />
      </div>
      <Track />
    </section>
  );
}

function Now() {
  const words = useTimeWords();
  const at = usePlayed((player) => Math.floor(player.at / 1000) * 1000);
  const { to } = usePlayer();
  return (
    <>
      <span className="scrub-now num" suppressHydrationWarning>
        {words.second(at)}
      </span>
      <span className="meta num whitespace-nowrap" suppressHydrationWarning>
        of {words.minute(to)}
      </span>
    </>
  );
}

/** What the marks mean. */
function Key() {
  return (
    <span className="scrub-key meta" aria-hidden="true">
      <span>
        <Spark className="text-steel" />
        Reveal
      </span>
      <span>
        <Icon as={Route} />
        Commitment
      </span>
      <span>
        <Icon as={Lock} />
        Question released
      </span>
    </span>
  );
}

function Speed() {
  const player = usePlayer();
  const speed = usePlayed((now) => now.speed);
  return (
    <Choices
      hideLegend
      legend="Speed"
      value={speed}
      options={SPEEDS.map((value) => ({ value, label: `${value}×` }))}
      onChange={(value) => player.setSpeed(value)}
      className="tight"
    />
  );
}

function Share() {
  const player = usePlayer();
  const { id } = usePastMeeting();
  return (
    <CopyButton text={() => linkTo(player, id)}>
      <span className="max-[560px]:sr-only">Copy link to this moment</span>
    </CopyButton>
  );
}

/** The address of this moment: in seconds from the start, to the millisecond, so that no event of it is missing. */
function linkTo(player: Player, sessionId: string): string {
  const seconds = Math.round(player.at - player.from) / 1000;
  return new URL(`/sessions/${sessionId}/replay?at=${seconds}`, location.href).href;
}

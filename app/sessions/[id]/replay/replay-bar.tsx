'use client';

import { CornerUpLeft } from 'lucide-react';
import { Icon } from '@/ui/icon';
import { TopBar } from '@/ui/top-bar';
import { LocalTime } from '@/ui/time';
import { WhoRow } from '@/ui/who';
import { usePresent } from '../live/bar/presence';
import { usePastMeeting } from './past-meeting';
import type { Audience } from './replay';
import { usePlayer } from './use-player';
import { useTimeWords } from './use-time-words';

interface ReplayBarProps {
  audience: Audience | undefined;
  onAudience: (audience: Audience) => void;
}

/** Which session this was, who was in the room at the moment, and as whom it is seen. */
export function ReplayBar({ audience, onAudience }: ReplayBarProps) {
  const { lab, number, id } = usePastMeeting();
  const { from, to } = usePlayer();
  const words = useTimeWords();
  const people = usePresent();
  return (
    <TopBar
      home={`/labs/${lab.slug}`}
      lab={{ name: lab.name, href: `/labs/${lab.slug}` }}
      beside={
        <>
          <a className="meta num -ml-2 whitespace-nowrap" href={`/sessions/${id}/recap`}>
            Session {number}
          </a>
          <h1 className="row gap-[7px] text-2 font-[650] tracking-normal">
            <Icon as={CornerUpLeft} />
            Replay
          </h1>
          <span className="meta num hide whitespace-nowrap" suppressHydrationWarning>
            <LocalTime at={from} form="short" zone={lab.timeZone} />, {words.minute(from)} to {words.minute(to)}
          </span>
        </>
      }
    >
      <span className="hidden xl:block">
        <WhoRow people={people} max={12} label="In the room then" />
      </span>
      {audience && (
        <label className="row gap-2">
          <span className="meta hide whitespace-nowrap">As seen by</span>
          <select
            className="input replay-audience"
            aria-label="As seen by"
            value={audience}
            onChange={(event) => onAudience(event.target.value === 'room' ? 'room' : 'you')}
          >
            <option value="you">You</option>
            <option value="room">The room</option>
          </select>
        </label>
      )}
    </TopBar>
  );
}

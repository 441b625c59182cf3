'use client';

import { useEffect, useRef } from 'react';
import { counted } from '@/domain/number-words';
import { OUTCOME_WORD } from '@/domain/vocabulary';
import { useAnnounce } from '@/ui/announcer';
import { useBells } from './bells/use-bells';
import type { RoomView } from './connection/room-view';
import { useRoom } from './connection/use-room';
import { useCalls } from './notices/use-calls';
import { askerOf, nameOf, scenarioOf, sessionOf, turnOf } from './select';
import { PHASE_NAMES } from './turn/phases';

const ENDED = 'The session has ended.';

type Sentences = readonly ((view: RoomView) => string)[];

/** What the room is doing, as the sentences that say it; each is said when it becomes another, and to who enters. */
const DOING: Sentences = [
  (view) => {
    const turn = turnOf(view);
    if (!turn) return '';
    const title = scenarioOf(view, turn.scenarioId)?.title ?? '';
    return `${nameOf(view, turn.repId)} has the hot seat: ${title}.`;
  },
  (view) => {
    const turn = turnOf(view);
    if (!turn) return sessionOf(view).turns.length > 0 ? 'The turn has ended.' : '';
    const minutes = Math.round(sessionOf(view).settings.phaseSeconds[turn.phase] / 60);
    return `${PHASE_NAMES[turn.phase]} has begun, ${counted(minutes, 'minute')}.`;
  },
  (view) => {
    const turn = turnOf(view);
    return turn && turn.endsAt === undefined ? 'The clock is paused.' : '';
  },
  (view) => (turnOf(view)?.ladderOpen ? 'The ladder vote is open.' : ''),
  (view) => {
    const turn = turnOf(view);
    return turn?.commitment ? `${nameOf(view, turn.repId)} has committed.` : '';
  },
  (view) => (sessionOf(view).status === 'closing' ? 'The closing round has begun.' : ''),
  (view) => (sessionOf(view).status === 'ended' ? ENDED : ''),
  (view) => {
    const { status, turns } = sessionOf(view);
    return status === 'live' && turns.length === 0 && !turnOf(view) ? 'The session has begun.' : '';
  },
];

/** What was said last by somebody; no news for who enters later. */
const SAID: Sentences = [
  (view) => {
    const reported = sessionOf(view).rollCall.flatMap(({ repId, account, title, checkIn }) =>
      checkIn ? [{ repId, deal: account ?? title, ...checkIn }] : [],
    );
    const last = reported.toSorted((a, b) => a.at.localeCompare(b.at)).at(-1);
    return last ? `${nameOf(view, last.repId)}, ${last.deal}: ${OUTCOME_WORD[last.outcome]}.` : '';
  },
  (view) => {
    const asked = sessionOf(view).floor.questions.findLast(({ sealed }) => !sealed);
    return asked ? `${askerOf(view, asked.by)} asks everyone: ${asked.body.replace(/\s+/g, ' ')}` : '';
  },
];

/** Says changes of the room, and what its clock comes to, politely to those who listen to the screen. */
export function useAnnouncements(): void {
  useBells();
  useCalls();
  useSentences(DOING, false);
  useSentences(SAID, true);
}

function useSentences(sentences: Sentences, onlyNews: boolean) {
  const now = useRoom((view) => sentences.map((say) => say(view)).join('\n'));
  const here = useRoom((view) => view.state !== undefined);
  const before = useRef<string | null>(null);
  const announce = useAnnounce();
  useEffect(() => {
    if (onlyNews && !here) return;
    const last = before.current?.split('\n');
    before.current = now;
    if (!last) return;
    now.split('\n').forEach((sentence, at) => {
      if (sentence && sentence !== last[at]) announce(sentence);
      if (!sentence && last[at] === ENDED) announce('The end is taken back: the session goes on.');
    });
  }, [now, here, onlyNews, announce]);
}

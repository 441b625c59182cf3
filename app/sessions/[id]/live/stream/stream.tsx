'use client';

import { Activity, memo, useMemo, useRef, useState } from 'react';
import { ArrowDown } from 'lucide-react';
import type { Contribution as Words } from '@/domain/session/state';
import { Button } from '@/ui/button';
import { Icon } from '@/ui/icon';
import { lazyPart } from '@/ui/later';
import { useRoom } from '../connection/use-room';
import { meOf, seatOf, turnOf } from '../select';
import { Contribution } from './contribution';
import { StreamFactsOf } from './facts';
import type { Said } from './own-words';
import { StreamEmpty } from './stream-empty';
import { StreamHead, streamTitle, type Filter } from './stream-head';
import { StreamPage } from './stream-page';
import { newSince, pagesOf, threaded } from './threads';
import { TypingLine } from './typing-line';
import { useFollow } from './use-follow';
import { useNews } from './use-news';
import { useSaid, type SaidSoFar } from './use-said';
import { useStreamKeys } from './use-stream-keys';
import { Waiting } from './waiting';

const Late = lazyPart(() => import('./late').then((module) => module.Late));

const PAGE = 10;
/** So many pages from the end are always drawn; they have had their height before the browser may leave them out. */
const NEAR = 2;

/** Words that nobody said: drawn unseen when the browser is idle, so that the first ones find everything at hand. */
const REHEARSED: Words = { id: '', by: '', kind: 'advice', body: 'Nothing', at: '2026-01-01T00:00:00.000Z', seq: 0 };
const NO_REPLIES: readonly Words[] = [];

/** Whether words on their way stand by themselves, not under a question. */
const begins = ({ data }: Said) => !data.replyTo;

/** What is said in this turn, as it is said: questions with their answers, coaching, and one's own words on their way. */
export function Stream({ headless = false }: { headless?: boolean }) {
  return <StreamOf said={useSaid()} headless={headless} />;
}

const StreamOf = memo(function StreamOf({ said, headless }: { said: SaidSoFar; headless: boolean }) {
  const { words, waiting } = said;
  const phase = useRoom((view) => turnOf(view)?.phase ?? 'present');
  const seat = useRoom((view) => seatOf(view) ?? '');
  const me = useRoom(meOf);
  const [filter, setFilter] = useState<Filter>(null);
  const { threads, late } = useMemo(() => threaded(words), [words]);
  const shown = filter ? threads.filter(({ one }) => one.kind === filter) : threads;
  const pages = pagesOf(shown, PAGE);
  // Late ones stand apart: saying them leads to where they stand, not to the end.
  const own = useMemo(() => words.filter(({ by, late }) => by === me && !late).length, [words, me]);
  const list = useRef<HTMLDivElement>(null);
  const content = useRef<HTMLDivElement>(null);
  const last = words.at(-1)?.seq ?? 0;
  const follow = useFollow(list, content, { words, last, own: own + waiting.filter(({ data }) => !data.late).length });
  const unseen = last > follow.seen ? newSince(shown, follow.seen) : NO_REPLIES;
  const [first] = useState(last);
  const toNew = () => {
    const [next] = unseen;
    const place = next && list.current?.querySelector<HTMLElement>(`[data-con="${next.id}"]`);
    if (!place) return;
    place.scrollIntoView({ block: 'start' });
    place.focus({ preventScroll: true });
    follow.saw(next.seq);
  };
  useStreamKeys(list);
  useNews(words);

  return (
    <>
      {!headless && <StreamHead phase={phase} words={words} filter={filter} onFilter={setFilter} />}
      <StreamFactsOf seat={seat}>
        <div className="stream-box">
          <div
            ref={list}
            className="stream"
            role="group"
            tabIndex={0}
            aria-label={streamTitle(phase)}
            onScroll={follow.onScroll}
          >
            <div ref={content} className="flex-none">
              {shown.length === 0 && waiting.length === 0 && <StreamEmpty phase={phase} filtered={filter !== null} />}
              {pages.map((page, at) => (
                <StreamPage
                  key={at}
                  threads={page}
                  before={pages[at - 1]?.at(-1)}
                  first={first}
                  far={at < pages.length - NEAR}
                  waiting={waiting}
                />
              ))}
              {waiting.some(begins) && (
                <ol className="stream-page">
                  {waiting.filter(begins).map((word) => (
                    <Waiting key={word.id} word={word} />
                  ))}
                </ol>
              )}
              {late.length > 0 && <Late key={said.turnId} words={late} first={first} onWay={follow.leave} />}
            </div>
          </div>
          {unseen.length > 0 && (
            <Button size="sm" variant="ink" className="absolute bottom-3 left-1/2 -translate-x-1/2" onClick={toNew}>
              <Icon as={ArrowDown} />
              <span className="num">{unseen.length} new</span>
            </Button>
          )}
        </div>
        {words.length === 0 && (
          <Activity mode="hidden">
            <ol>
              <Contribution one={REHEARSED} replies={NO_REPLIES} />
            </ol>
          </Activity>
        )}
      </StreamFactsOf>
      <TypingLine />
    </>
  );
});

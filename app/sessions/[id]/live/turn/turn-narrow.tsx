'use client';

import { useState, useSyncExternalStore, type ReactNode } from 'react';
import clsx from 'clsx';
import { Lock } from 'lucide-react';
import { lowestOpenRung } from '@/domain/ladder';
import type { Scenario } from '@/domain/session/state';
import { Button } from '@/ui/button';
import { Icon } from '@/ui/icon';
import { MiniLadder } from '@/ui/ladder/mini-ladder';
import { roomRead } from '@/domain/ladder';
import { TabPanel, Tabs } from '@/ui/tabs';
import { CallButton } from '../bar/call-button';
import { LiveFor } from '../bar/live-for';
import { RoomMenu } from '../bar/room-menu';
import type { Subscribe } from '../connection/per-frame';
import { useRoom, useRoomContext } from '../connection/use-room';
import type { RoomView } from '../connection/room-view';
import { LeftColumn } from '../queue/left-column';
import { isHost, isObserver, may, meOf, nameOf, readsHosts, turnOf } from '../select';
import { RightColumn } from '../stream/right-column';
import { streamTitle } from '../stream/stream-head';
import { useBeside } from '../use-narrow';
import { useName, useSession } from '../use-session';
import { CommitmentMade } from './commitment-made';
import { DealFacts, DealHead } from './deal';
import { Evidence } from './evidence';
import { HostControls } from './host-controls';
import { LadderPart } from './ladder-part';
import { TurnAsk, TurnItems, type Asked } from './turn-actions';
import { TurnHead } from './turn-head';
import { WhyBeside } from '../why/why-beside';

type Tab = 'deal' | 'ladder' | 'words' | 'queue';

function saidSoFar(view: RoomView): number {
  const words = turnOf(view)?.contributions ?? [];
  return words.filter(({ kind, late, gone }) => kind !== 'answer' && !late && !gone).length;
}

const SELDOM_MS = 500;

/** The same changes, told at most twice a second. */
function seldom(subscribe: Subscribe): Subscribe {
  return (listener) => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const stop = subscribe(() => {
      timer ??= setTimeout(() => {
        timer = undefined;
        listener();
      }, SELDOM_MS);
    });
    return () => {
      stop();
      clearTimeout(timer);
    };
  };
}

/** A tab of the stream: how much was said. It doesn't follow each word: in a flood that would keep the stream itself waiting. */
function WordsTab({ title }: { title: string }) {
  const { connection, subscribe } = useRoomContext();
  const [told] = useState(() => seldom(subscribe));
  const said = useSyncExternalStore(
    told,
    () => saidSoFar(connection.view),
    () => 0,
  );
  return `${title} ${said}`;
}

/** For hosts: who asked the sealed question that waits. */
function sealedFrom(view: RoomView): string | undefined {
  const sealed = readsHosts(view) ? view.state?.floor.questions.find((question) => question.sealed) : undefined;
  return sealed && nameOf(view, sealed.by);
}

/** The tab of the queue: how many wait, and for hosts whether a sealed question does. */
function QueueTab() {
  const waiting = useSession((state) => state.queue.length);
  const sealed = useRoom(sealedFrom);
  return (
    <>
      Queue {waiting}{' '}
      {sealed && (
        <>
          <span className="sr">and a sealed question</span> <Icon as={Lock} className="inline" />
        </>
      )}
    </>
  );
}

/** Whether this viewer's blind read is asked for and not in. */
function voteAsked(view: RoomView): boolean {
  const turn = turnOf(view);
  if (!turn?.ladderOpen) return false;
  return may(view, 'ladder.vote', { owner: turn.repId }) && !turn.ballots[meOf(view) ?? ''];
}

/**
 * A turn where three columns do not fit: the clock and the title stay, the columns are tabs, the controls are at the foot.
 * On a tablet the stream stands beside them; on a phone it is one of them.
 */
export function TurnNarrow({ scenario, onStage }: { scenario: Scenario; onStage: () => void }) {
  const phase = useRoom((view) => turnOf(view)?.phase ?? 'present');
  const asked = useRoom(voteAsked);
  const host = useRoom(isHost);
  const observes = useRoom(isObserver);
  const beside = useBeside();
  const [chosen, setTab] = useState<Tab>(asked ? 'ladder' : phase === 'present' ? 'deal' : 'words');
  const tab = beside && chosen === 'words' ? 'deal' : chosen;
  const tabs: { value: Tab; label: ReactNode }[] = [
    { value: 'deal', label: 'Deal' },
    { value: 'ladder', label: asked ? <b className="text-steel">Give your read</b> : 'Ladder' },
    ...(beside ? [] : [{ value: 'words' as const, label: <WordsTab title={streamTitle(phase)} /> }]),
    { value: 'queue', label: observes ? 'Your question' : <QueueTab /> },
  ];
  const scroll = 'overflow-y-auto px-4 py-4 min-h-0 flex-1';
  const main = (
    <>
      <Head scenario={scenario} />
      <Tabs label="Room" value={tab} onChange={setTab} tabs={tabs} className="flex min-h-0 flex-1 flex-col">
        <TabPanel value="deal" className={scroll}>
          <CommitmentMade />
          <DealHead scenario={scenario} />
          <DealFacts scenario={scenario}>
            <Evidence scenario={scenario} />
            <WhyBeside />
          </DealFacts>
        </TabPanel>
        <TabPanel value="ladder" className={scroll}>
          <LadderPart scenario={scenario} onStage={onStage} rungHeight={58} />
          <SealedHint onRead={() => setTab('queue')} />
        </TabPanel>
        {!beside && (
          <TabPanel value="words" keep className="room-right min-h-0 flex-1">
            <div className="flex-none px-4 empty:hidden">
              <CommitmentMade folds />
            </div>
            <RightColumn headless />
          </TabPanel>
        )}
        <TabPanel value="queue" className="room-left min-h-0 flex-1">
          <LeftColumn />
        </TabPanel>
      </Tabs>
      {host && (
        <div className="flex-none px-4">
          <HostControls />
        </div>
      )}
    </>
  );
  if (!beside) return <div className="room-grid">{main}</div>;
  return (
    <div className="room-grid beside">
      <div className="flex min-h-0 min-w-0 flex-1 flex-col">{main}</div>
      <aside className="room-right" aria-label={streamTitle(phase)}>
        <RightColumn />
      </aside>
    </div>
  );
}

function Head({ scenario }: { scenario: Scenario }) {
  const name = useName(scenario.repId);
  const reveal = useRoom((view) => turnOf(view)?.reveal);
  const read = reveal ? roomRead(reveal.totals) : null;
  const open = reveal ? lowestOpenRung(reveal.read, reveal.totals) : null;
  const mayMove = useRoom((view) => isHost(view) && view.link === 'here');
  const [asked, setAsked] = useState<Asked>(null);
  return (
    <header className="turn-brief flex-none px-4 pt-[14px] pb-2">
      <div className="relative">
        <TurnHead brief />
        <div className="absolute top-[-6px] right-[-8px] flex items-center md:hidden">
          <LiveFor short />
          <RoomMenu>{mayMove && <TurnItems onAsk={setAsked} />}</RoomMenu>
        </div>
      </div>
      <TurnAsk asked={asked} onClose={() => setAsked(null)} />
      <div className="row mt-3 gap-[14px]">
        {reveal && <MiniLadder read={read} open={open} whose="room" />}
        <div className="min-w-0 flex-1">
          <h1 className={clsx('leading-[1.15] tracking-[-0.012em]', scenario.title.length > 60 ? 'text-3' : 'text-5')}>
            {scenario.title}
          </h1>
          <p className="meta num mt-1">
            {name}
            {open !== null ? ` · lowest open rung: ${open}` : scenario.account ? ` · ${scenario.account}` : ''}
          </p>
        </div>
        <span className="-mr-2 flex-none empty:hidden md:hidden">
          <CallButton />
        </span>
      </div>
    </header>
  );
}

/** For hosts: that an observer's sealed question waits, and where it is. */
function SealedHint({ onRead }: { onRead: () => void }) {
  const from = useRoom(sealedFrom);
  if (!from) return null;
  return (
    <div className="sealed row mt-[18px] gap-[10px] px-3 py-[10px]">
      <Icon as={Lock} />
      <span className="grow">
        <b>A sealed question</b>
        <br />
        <span className="meta">{from}, hosts only</span>
      </span>
      <Button size="sm" onClick={onRead}>
        Read
      </Button>
    </div>
  );
}

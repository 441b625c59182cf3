'use client';

import { useEffect, useRef } from 'react';
import clsx from 'clsx';
import type { Scenario, Turn } from '@/domain/session/state';
import { Button } from '@/ui/button';
import { Kbd } from '@/ui/words';
import { useRoom } from '../connection/use-room';
import { firstNameOf, isHost } from '../select';
import { HostControls } from '../turn/host-controls';
import { UnsentWords } from '../stream/unsent-words';
import { LadderPart } from '../turn/ladder-part';
import { TurnHead } from '../turn/turn-head';
import { Committed } from './committed';
import { CommitmentFields } from './fields';
import { CommitState } from './still-to-commit';
import { ToAnswer } from './to-answer';
import { useCommitment } from './use-commitment';
import { Uses } from './uses';

/** The hot seat in Commit: three equal choices, the next step, the day, and what it rests on. */
export function CommitScreen({ turn, scenario }: { turn: Turn; scenario: Scenario }) {
  const commitment = useCommitment(turn);
  const name = useRoom((view) => firstNameOf(view, turn.repId));
  const host = useRoom(isHost);
  const { lacks, waiting, stands, change, leave, commit } = commitment;
  const open = turn.reveal?.lowestOpenRung;
  const intoView = useIntoView(stands !== undefined);
  return (
    <div className="room-grid seat scroll-py-24 overflow-y-auto xl:overflow-hidden">
      <section
        className="room-mid flex-none scroll-py-24 overflow-visible xl:overflow-y-auto xl:px-10"
        aria-label="Your turn"
      >
        <TurnHead />
        <h1 className="mt-9 mb-2 text-[2.125rem] md:text-[2.5rem]">
          {name}, what will you do about {scenario.account ?? 'this deal'}?
        </h1>
        <p className="voice soft mb-6 text-5">
          {open === null
            ? 'All five hold. You have a responsibility to help.'
            : open
              ? `The room put the lowest open rung at ${open}. Close it, or move on. Either one frees you.`
              : 'Close the lowest open rung, or move on. Either one frees you.'}
        </p>
        {stands ? (
          <Committed ref={intoView} commitment={stands} turn={turn} />
        ) : (
          <CommitmentFields commitment={commitment} />
        )}
        {/* Beside a host's controls, which stay in sight, these lie where they are: two would cover each other. */}
        <div className={clsx('room-controls wrap mt-6 xl:-mx-10 xl:mt-auto xl:px-10', host && 'max-xl:static')}>
          {stands ? (
            <>
              <span className="meta" role="status">
                The room has it. You can change it until the session has ended.
              </span>
              <span className="grow" />
              <Button onClick={change}>Change it</Button>
            </>
          ) : (
            <>
              <CommitState commitment={commitment} />
              <span className="grow" />
              {leave && (
                <Button variant="plain" onClick={leave}>
                  Leave it as it was
                </Button>
              )}
              <Button variant="now" reason={lacks} pending={waiting} onClick={commit}>
                Commit in front of the room <Kbd>Ctrl Enter</Kbd>
              </Button>
            </>
          )}
        </div>
        {host && <HostControls quiet />}
      </section>
      <aside
        className="room-right flex-none overflow-visible px-4 py-[22px] xl:overflow-y-auto xl:px-8"
        aria-label="What you heard"
      >
        <div className="mb-6 border-b border-rule empty:hidden">
          <UnsentWords />
        </div>
        <LadderPart scenario={scenario} rungHeight={64} />
        <ToAnswer turn={turn} />
        <div className="mt-[26px]">
          <Uses words={turn.contributions} commitment={commitment} />
        </div>
      </aside>
    </div>
  );
}

/** What was committed comes into view as it takes the place of the form, and as one changes it what has the focus; not as the screen comes. */
function useIntoView(made: boolean) {
  const shown = useRef<HTMLElement>(null);
  const before = useRef(made);
  useEffect(() => {
    if (before.current === made) return;
    before.current = made;
    (shown.current ?? document.activeElement)?.scrollIntoView({ block: 'nearest' });
  }, [made]);
  return shown;
}

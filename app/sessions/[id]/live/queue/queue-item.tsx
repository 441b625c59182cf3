'use client';

import { memo, useMemo, type ReactNode } from 'react';
import { lowestOpenRung } from '@/domain/ladder';
import { capital } from '@/domain/number-words';
import { queueReasons, reasonText } from '@/domain/queue';
import type { Scenario } from '@/domain/session/state';
import { MiniLadder } from '@/ui/ladder/mini-ladder';
import { useLocale } from '@/ui/viewer';
import { useConnection, useRoom } from '../connection/use-room';
import { dotted, moneyText, otherDeals } from '../deal-words';
import { meOf, readsHosts } from '../select';
import { useName, useSession } from '../use-session';
import { useMaySecond } from './second-it';

interface QueueItemProps {
  scenario: Scenario;
  next: boolean;
  /** Beside the words: a handle, a menu. */
  aside?: ReactNode;
  /** Below: seat it, or second it. */
  children?: ReactNode;
}

/** A waiting deal: its little ladder, where this viewer may see it, whose it is, and why it stands where it stands. */
export const QueueItem = memo(function QueueItem({ scenario, next, aside, children }: QueueItemProps) {
  const me = useRoom(meOf);
  const asHost = useRoom(readsHosts);
  const maySecond = useMaySecond(scenario);
  const name = useName(scenario.repId);
  const absent = useRoom((view) => view.link === 'here' && !view.present.has(scenario.repId));
  const own = scenario.repId === me;
  const read = scenario.ladder?.map(({ answer }) => answer) ?? null;
  const locale = useLocale();
  const amount = scenario.amount && moneyText(scenario.amount, locale);
  return (
    <>
      <div className="row top gap-[10px]">
        <MiniLadder read={read} open={read && lowestOpenRung(read, null)} />
        <div className="grow">
          {aside && <div className="float-right -mt-2 -mr-2">{aside}</div>}
          <h3 className="mb-[3px] text-3 leading-[1.25] tracking-normal">{scenario.title}</h3>
          <div className="meta num">
            {asHost ? (
              <>
                {own ? 'You' : name}
                {absent && ', not here'}
                <br />
                {dotted([amount, otherDeals(scenario)])}
              </>
            ) : (
              dotted([own ? 'You' : name, absent && !own ? 'not here' : undefined, amount])
            )}
          </div>
          <Why scenario={scenario} next={next && own} withSeconds={asHost || !maySecond} />
        </div>
      </div>
      {children}
    </>
  );
});

function Why({ scenario, next, withSeconds }: { scenario: Scenario; next: boolean; withSeconds: boolean }) {
  const { clock } = useConnection();
  const timeZone = useSession((state) => state.settings.timeZone);
  const words = useMemo(() => {
    const reasons = queueReasons(scenario, clock.now(), timeZone);
    return reasons.filter(({ kind }) => withSeconds || kind !== 'seconds').map(reasonText);
  }, [scenario, clock, timeZone, withSeconds]);
  return (
    <p className="why num mt-[3px]">
      {next && 'Next. '}
      {capital(words.join(', '))}
    </p>
  );
}

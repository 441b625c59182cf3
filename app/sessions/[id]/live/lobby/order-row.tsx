'use client';

import { Fragment, memo, type ReactNode } from 'react';
import clsx from 'clsx';
import { lowestOpenRung } from '@/domain/ladder';
import { capital } from '@/domain/number-words';
import { queueReasons, reasonText } from '@/domain/queue';
import type { Scenario } from '@/domain/session/state';
import { MiniLadder } from '@/ui/ladder/mini-ladder';
import { useLocale } from '@/ui/viewer';
import { useConnection, useRoom } from '../connection/use-room';
import { dotted, moneyText, otherDeals } from '../deal-words';
import { useMeeting } from '../meeting';
import { meOf } from '../select';
import { SecondButton, useMaySecond } from '../queue/second-it';
import { useName } from '../use-session';

interface OrderRowProps {
  scenario: Scenario;
  at: number;
  /** The handle, for those who may drag. */
  grip?: ReactNode;
  /** The arrows. */
  arrows?: ReactNode;
}

/** One deal that waits: its little ladder where this viewer may see it, whose it is, and the reasons for its place. */
export const OrderRow = memo(function OrderRow({ scenario, at, grip, arrows }: OrderRowProps) {
  const me = useRoom(meOf);
  const name = useName(scenario.repId);
  const locale = useLocale();
  const own = scenario.repId === me;
  const seconds = useMaySecond(scenario);
  const read = scenario.ladder?.map(({ answer }) => answer) ?? null;
  const facts = [own ? 'You' : name, scenario.amount && moneyText(scenario.amount, locale), otherDeals(scenario)];
  return (
    <div
      className={clsx(
        'relative grid grid-cols-[18px_40px_minmax(0,1fr)] items-start gap-x-[14px] gap-y-1',
        grip ? 'lg:grid-cols-[24px_18px_40px_minmax(0,1fr)_auto]' : 'lg:grid-cols-[18px_40px_minmax(0,1fr)_auto]',
      )}
    >
      {grip && <span className="hidden lg:block">{grip}</span>}
      <span className="meta num mt-[1px]">
        {at + 1}
        <span className="sr">. </span>
      </span>
      <MiniLadder read={read} open={read && lowestOpenRung(read, null)} />
      <div className="min-w-0">
        <h3 className="text-4 break-words">{scenario.title}</h3>
        <p className="meta num">{dotted(facts)}</p>
        <Why scenario={scenario} />
      </div>
      {arrows && <div className="col-start-3 -ml-[10px] flex lg:col-start-auto lg:ml-0">{arrows}</div>}
      {!arrows && seconds && (
        <div className="col-start-3 mt-2 lg:col-start-auto lg:mt-0">
          <SecondButton scenario={scenario} />
        </div>
      )}
    </div>
  );
});

/** The facts behind a place, the weightiest first and heavy. */
function Why({ scenario }: { scenario: Scenario }) {
  const { clock } = useConnection();
  const { lobby } = useMeeting();
  const reasons = queueReasons(scenario, clock.now(), lobby.timeZone).map(reasonText);
  return (
    <p className="why num mt-[5px] text-2">
      {reasons.map((reason, at) => (
        <Fragment key={reason}>{at === 0 ? <b>{capital(reason)}</b> : `, ${reason}`}</Fragment>
      ))}
    </p>
  );
}

'use client';

import { ArrowUp } from 'lucide-react';
import { closedBy, closedText, heldRead, lowestOpenRung } from '@/domain/ladder';
import type { OwnLadder, RollCallItem } from '@/domain/session/state';
import { Icon } from '@/ui/icon';
import { ThenAndNow } from '@/ui/ladder/side-by-side';
import { ANSWER_WORDS } from '@/ui/ladder/types';
import { LocalTime } from '@/ui/time';
import { useRoom } from '../connection/use-room';
import { firstNameOf, may, meOf } from '../select';
import { useSession } from '../use-session';
import { whoseLadder } from './items';
import { LadderNow } from './ladder-now';
import type { useCheckIn } from './use-check-in';

interface ClimbProps {
  item: RollCallItem;
  checkIn: ReturnType<typeof useCheckIn>;
}

/** The room's ladder then beside the one that was last told, and who told it; a rail always means a person, so they never share one. */
export function Climb({ item, checkIn }: ClimbProps) {
  const first = useRoom((view) => firstNameOf(view, item.repId));
  const own = useRoom((view) => meOf(view) === item.repId);
  const timeZone = useSession((state) => state.settings.timeZone);
  const records = useRoom((view) => may(view, 'checkin.record', { owner: item.repId }));
  const { ladder, ladderBy } = checkIn;
  const teller = useRoom((view) => firstNameOf(view, ladderBy ?? item.repId));
  const whose = whoseLadder(ladderBy, item.repId, teller);
  const then = heldRead(item.held);
  const now = ladder?.map(({ answer }) => answer) ?? null;
  const closed = closedBy({ ladder, held: item.held });
  const climbed = closedText(closed);
  const asks = records && !(item.checkedIn && !item.checkIn);
  if (!then && !now && !asks) return null;
  return (
    <section aria-labelledby="climb" className="border-t border-rule pt-[22px]">
      <div className="row between base wrap">
        <h2 id="climb">The climb since</h2>
        {climbed && (
          <span className="out">
            <Icon as={ArrowUp} />
            {climbed}
          </span>
        )}
      </div>
      {(then || now) && (
        <div className="mt-4">
          <ThenAndNow
            then={{
              title: <LocalTime at={item.madeAt} form="short" zone={timeZone} />,
              detail: then ? 'the room’s read' : 'no read was revealed',
              label: 'The room’s read then',
              read: then,
              whose: 'room',
            }}
            now={{
              title: 'Now',
              detail: now ? whose.detail : 'not said yet',
              label: now ? whose.label : 'The ladder now',
              read: now,
              open: now && lowestOpenRung(now, null),
            }}
            notes={ladder ? notesOf(ladder, closed) : []}
          />
        </div>
      )}
      {asks && (
        <LadderNow id={item.commitmentId} ladder={ladder} first={own ? undefined : first} onSave={checkIn.setLadder} />
      )}
    </section>
  );
}

function notesOf(ladder: OwnLadder, closed: readonly number[]): (string | undefined)[] {
  return ladder.map(({ answer, evidence }, rung) => {
    const word = answer !== 'yes' ? ANSWER_WORDS[answer].toLowerCase() : closed.includes(rung + 1) && 'closed since';
    return [word, evidence].filter(Boolean).join(': ') || undefined;
  });
}

import { History, Radio } from 'lucide-react';
import type { SessionRecap } from '@/db/recap';
import type { heldInstead, SessionPlace } from '@/db/session-place';
import { recapMarkdown } from '@/domain/recap-markdown';
import { LinkButton } from '@/ui/button';
import { CopyButton } from '@/ui/copy-button';
import { Icon } from '@/ui/icon';
import { Mark } from '@/ui/mark';
import { PrintButton } from '@/ui/print-button';
import { LocalTime } from '@/ui/time';
import { zonePlace } from '@/ui/zone-place';
import { UndoEnd } from './undo-end';
import { timesOf, titleOf, undoUntil, whenOf } from './words';

interface RecapHeadProps {
  place: SessionPlace;
  source: SessionRecap;
  /** What the lab holds instead of a session that was cancelled. */
  instead: Awaited<ReturnType<typeof heldInstead>>;
}

/** Which session this is, in one line what came of it, and the ways to take it along. */
export function RecapHead({ place, source, instead }: RecapHeadProps) {
  const { recap, name } = source;
  const { lab, number } = place;
  const markdown = recapMarkdown(recap, name, {
    lab: lab.name,
    number,
    when: whenOf(recap, place.startsAt, lab.timeZone),
    pledge: lab.pledge,
  });
  const until = place.role === 'host' ? undoUntil(recap, serverNow()) : undefined;
  const meets = recap.status === 'live' || recap.status === 'closing';
  return (
    <header className="page-head">
      <div>
        <p className="meta num when">
          {lab.name}, session {number}, <When recap={recap} planned={place.startsAt} timeZone={lab.timeZone} />
        </p>
        <h1 className="mt-2">{headingOf(source)}</h1>
        <div className="row wrap mt-5">
          {recap.startedAt && <CopyButton text={markdown}>Copy as Markdown</CopyButton>}
          {recap.startedAt && <PrintButton />}
          {(meets || recap.status === 'scheduled') && (
            <LinkButton size="sm" href={`/sessions/${place.id}/live`}>
              <Icon as={Radio} />
              {meets ? 'To the room' : 'To the lobby'}
            </LinkButton>
          )}
          {instead && (
            <LinkButton size="sm" href={`/sessions/${instead.id}`}>
              <Icon as={Radio} />
              <span>
                The next session: <LocalTime at={instead.startsAt} zone={lab.timeZone} />
              </span>
            </LinkButton>
          )}
          {recap.status === 'ended' && recap.startedAt && (
            <LinkButton size="sm" href={`/sessions/${place.id}/replay`}>
              <Icon as={History} />
              Replay
            </LinkButton>
          )}
          {until && <UndoEnd sessionId={place.id} until={until} timeZone={lab.timeZone} />}
        </div>
        {meets && <p className="meta mt-3">Written after every turn, final once a host ends the session.</p>}
      </div>
      <div className="on-paper">
        <Mark />
      </div>
      {recap.startedAt && (
        <dl className="facts off-paper">
          <Fact
            count={recap.counts.contributions}
            of={recap.counts.contributions === 1 ? 'contribution' : 'contributions'}
          />
          <Fact count={recap.counts.helpful} of="marked helpful" />
          <Fact count={source.inTheRoom} of="in the room" />
        </dl>
      )}
    </header>
  );
}

/** What `whenOf` says, in the viewer's language. */
function When({ recap, planned, timeZone }: { recap: SessionRecap['recap']; planned: string; timeZone: string }) {
  const { from, to, soFar } = timesOf(recap, planned);
  return (
    <>
      <LocalTime at={from} form="fullDay" zone={timeZone} fixed />,{' '}
      <LocalTime at={from} form="time" zone={timeZone} fixed />
      {to && (
        <>
          {' '}
          to <LocalTime at={to} form="time" zone={timeZone} fixed />
        </>
      )}
      {soFar && ', so far'}, {zonePlace(timeZone)} time
    </>
  );
}

function Fact({ count, of }: { count: number; of: string }) {
  return (
    <div className="flex flex-col-reverse">
      <dt>
        <span>{of}</span>
      </dt>
      <dd>
        <b>{count}</b>
      </dd>
    </div>
  );
}

function headingOf({ recap }: SessionRecap): string {
  if (recap.status === 'cancelled') return 'This session was cancelled';
  if (recap.status === 'scheduled') return 'This session has not begun';
  return titleOf(recap);
}

function serverNow(): number {
  return Date.now();
}

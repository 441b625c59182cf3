'use client';

import { capital, counted, inWords } from '@/domain/number-words';
import { OutcomeTag } from '@/ui/outcomes';
import { LocalTime } from '@/ui/time';
import { useMeeting } from '../meeting';

/** What the session opens with: last time's commitments, and what became of some already. */
export function RollCallFirst() {
  const { due, timeZone } = useMeeting().lobby;
  const newest = due[0];
  const done = due.flatMap(({ commitmentId, checkedIn }) => (checkedIn ? [{ commitmentId, checkedIn }] : []));
  return (
    <section
      aria-labelledby="roll-call-first"
      className="row top wrap mt-[26px] gap-[14px] border-t border-rule pt-[22px]"
    >
      <div className="min-w-[240px] flex-1">
        <h3 id="roll-call-first">Roll call first</h3>
        <p className="meta mt-1">
          {newest ? (
            <>
              {capital(counted(due.length, 'commitment'))}, the last from{' '}
              <LocalTime at={newest.madeAt} form="short" zone={timeZone} fixed stop />{' '}
              {done.length > 0 &&
                `${capital(inWords(done.length))} ${done.length === 1 ? 'is' : 'are'} already checked in.`}
            </>
          ) : (
            'No commitment is due. The session opens with the hot seat.'
          )}
        </p>
      </div>
      {done.length > 0 && (
        <ul className="row wrap gap-x-[18px] gap-y-2 pt-[2px]">
          {done.map(({ commitmentId, checkedIn }) => (
            <li key={commitmentId}>
              <OutcomeTag outcome={checkedIn.outcome} />
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

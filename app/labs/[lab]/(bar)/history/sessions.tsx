import { PAGE_SESSIONS, type PastSessions } from '@/db/history';
import { historyAddress, type HistoryQuery } from '@/domain/history-query';
import { capital, counted, inWords } from '@/domain/number-words';
import { Link } from '@/ui/link';
import { LocalTime } from '@/ui/time';

interface SessionsProps {
  base: string;
  query: HistoryQuery;
  sessions: PastSessions;
  timeZone: string;
}

/** Every session that the lab has held, or all of one's labs, the newest first, a page at a time. */
export function Sessions({ base, query, sessions, timeZone }: SessionsProps) {
  const { list, page, count, first } = sessions;
  if (count === 0) return null;
  const day = (at: string, zone = timeZone) => <LocalTime at={at} form="monthDay" zone={zone} fixed />;
  const earlier = count - page * PAGE_SESSIONS;
  const to = (other: number) => {
    const address = historyAddress(query);
    return `${base}${address}${address ? '&' : '?'}sessions=${other}#sessions`;
  };
  return (
    <section aria-labelledby="sessions" className="past-sessions">
      <div className="row between base">
        <h2 id="sessions">Sessions</h2>
        <span className="meta num">
          {count}
          {first && <>, since {day(first)}</>}
        </span>
      </div>
      <ol className="list">
        {list.map(({ id, lab, number, startedAt, turns, movedOn, inTheRoom }) => (
          <li key={id} className="past-session">
            <span className="b num">{number}</span>
            <span className="meta num">{day(startedAt, lab.timeZone)}</span>
            <span className="deals">
              <Link className="reach" href={`/sessions/${id}/recap`}>
                {titleOf(turns, movedOn)}
              </Link>
              {query.everywhere && <span className="meta"> · {lab.name}</span>}
            </span>
            <span className="meta num room">{inTheRoom} in the room</span>
            <Link
              className="reach"
              href={`/sessions/${id}/replay`}
              aria-label={`Replay session ${number}${query.everywhere ? ` of ${lab.name}` : ''}`}
            >
              Replay
            </Link>
          </li>
        ))}
      </ol>
      <p className="row wrap mt-[14px]">
        {page > 1 && (
          <Link className="reach" href={to(page - 1)}>
            Later sessions
          </Link>
        )}
        {earlier > 0 && (
          <Link className="reach" href={to(page + 1)}>
            {capital(counted(Math.min(earlier, PAGE_SESSIONS), 'earlier session'))}
          </Link>
        )}
      </p>
    </section>
  );
}

/** "Four deals, one let go". */
function titleOf(turns: number, movedOn: number): string {
  const deals = capital(counted(turns, 'deal'));
  return movedOn > 0 ? `${deals}, ${inWords(movedOn)} let go` : deals;
}

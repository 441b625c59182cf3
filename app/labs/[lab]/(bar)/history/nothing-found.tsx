import type { Instead } from '@/db/found';
import { MOST_PLACES } from '@/db/search';
import { countedInFigures } from '@/domain/number-words';
import { historyAddress, withoutFilter, type HistoryQuery } from '@/domain/history-query';
import { Link } from '@/ui/link';
import { EmptyState } from '@/ui/words';
import { FILTER_WORDS, filterValue, type HistoryPerson } from './words';

interface NothingFoundProps {
  base: string;
  query: HistoryQuery;
  instead: readonly Instead[];
  people: readonly HistoryPerson[];
  /** Something was asked for. */
  asked: boolean;
}

/** Nothing was found: which word alone, or which filter taken off, would give how many places. */
export function NothingFound({ base, query, instead, people, asked }: NothingFoundProps) {
  if (!asked) {
    return (
      <EmptyState className="mt-7" detail="What is brought, said and decided is found here from then on.">
        The lab has no history yet.
      </EmptyState>
    );
  }
  return (
    <section className="nothing" aria-label="Nothing found">
      <p className="said" role="status">
        {query.text ? `Nothing said about “${query.text}”.` : 'Nothing passes these filters.'}
      </p>
      <p className="soft mt-3">
        Search looks in deals, contributions, next steps and check-ins of sessions that you could read.
        {query.text && ' Try one word, or take a filter off.'}
      </p>
      <ol className="list mt-5">
        {instead.map(({ alone, without, places }) => {
          const to = alone ? { ...query, text: alone, page: 1 } : without ? withoutFilter(query, without) : query;
          const label = alone ? `“${alone}” alone` : `Without ${without ? filterText(query, without, people) : ''}`;
          return (
            <li key={label} className="row between py-[11px]">
              <span>{label}</span>
              {places > 0 ? (
                <Link
                  className="reach num"
                  href={base + historyAddress(to)}
                  aria-label={`${label}: ${countText(places)}`}
                >
                  {countText(places)}
                </Link>
              ) : (
                <span className="meta">none</span>
              )}
            </li>
          );
        })}
      </ol>
    </section>
  );
}

function filterText(
  query: HistoryQuery,
  filter: NonNullable<Instead['without']>,
  people: readonly HistoryPerson[],
): string {
  const value = filterValue(query, filter, people);
  return filter === 'person' ? value : `${FILTER_WORDS[filter].toLowerCase()} ${value}`;
}

function countText(places: number): string {
  if (places > MOST_PLACES) return `more than ${MOST_PLACES.toLocaleString('en')} places`;
  return countedInFigures(places, 'place');
}

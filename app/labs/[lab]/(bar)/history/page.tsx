import type { Metadata } from 'next';
import { pledgedMemberOf } from '@/app/pledged';
import { viewerHere } from '@/app/viewer';
import { historyPage } from '@/db/found';
import { pastSessions, peopleInHistory } from '@/db/history';
import { labsToSearch } from '@/db/labs';
import { MOST_PLACES } from '@/db/search';
import { filtersIn, historyAddress, readHistoryQuery } from '@/domain/history-query';
import { Filters } from './filters';
import { LabsChoice } from './labs-choice';
import { NothingFound } from './nothing-found';
import { Pages } from './pages';
import { Result } from './result';
import { SearchBox } from './search-box';
import { Sessions } from './sessions';

export const metadata: Metadata = { title: 'History' };

interface HistoryProps {
  params: Promise<{ lab: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

/** Everything that the lab said, decided and did: searched by words, narrowed by filters, all of it in the address. */
export default async function History({ params, searchParams }: HistoryProps) {
  const [{ lab: slug }, given] = await Promise.all([params, searchParams]);
  const query = readHistoryQuery(given);
  const base = `/labs/${slug}/history`;
  const { membership } = await pledgedMemberOf(slug, base + historyAddress(query));
  const mine = await labsToSearch(membership);
  const labs = query.everywhere ? mine.map(({ id }) => id) : [membership.lab.id];
  const sessionPage = pageIn(given.sessions);
  const [found, people, sessions, { locale }] = await Promise.all([
    historyPage(labs, query),
    peopleInHistory(labs),
    pastSessions(membership, sessionPage),
    viewerHere(),
  ]);
  const asked = query.text !== '' || filtersIn(query).length > 0;
  return (
    <main id="main" className="page history">
      <h1>History</h1>
      <SearchBox base={base} query={query} className="history-search" />
      <Filters base={base} query={query} people={people} />
      {mine.length > 1 && <LabsChoice base={base} query={query} lab={membership.lab.name} count={mine.length} />}
      {found.places > 0 ? (
        <section aria-labelledby="found">
          <div className="row between base found-head">
            <div role="status">
              <h2 id="found" className="text-5 num">
                {countsText(found.deals, found.places, asked)}
              </h2>
            </div>
            <span className="meta">newest first</span>
          </div>
          {found.close && (
            <p className="meta mb-3">Nothing is written as “{query.text}”. These are words close to it.</p>
          )}
          <ol>
            {found.results.map((result) => (
              <Result key={result.id} result={result} everywhere={query.everywhere} locale={locale} />
            ))}
          </ol>
          <Pages base={base} query={{ ...query, page: found.page }} deals={found.deals} />
        </section>
      ) : (
        <NothingFound base={base} query={query} instead={found.instead} people={people} asked={asked} />
      )}
      <Sessions base={base} query={query} sessions={sessions} page={sessionPage} timeZone={membership.lab.timeZone} />
    </main>
  );
}

function countsText(deals: number, places: number, asked: boolean): string {
  if (places > MOST_PLACES) return `More than ${MOST_PLACES.toLocaleString('en')} ${asked ? 'places' : 'deals'}`;
  const count = deals === 1 ? '1 deal' : `${deals} deals`;
  return asked ? `${count}, ${places === 1 ? '1 place' : `${places} places`}` : count;
}

function pageIn(given: string | string[] | undefined): number {
  const page = Number([given].flat()[0]);
  return Number.isInteger(page) && page > 1 && page <= 1000 ? page : 1;
}

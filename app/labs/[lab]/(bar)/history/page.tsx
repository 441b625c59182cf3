import type { Metadata } from 'next';
import { pledgedMemberOf } from '@/app/pledged';
import { historyPage } from '@/db/found';
import { pastSessions, peopleInHistory, type HistoryPeople } from '@/db/history';
import { labsToSearch } from '@/db/labs';
import { lastPage } from '@/db/search';
import { readHistoryQuery } from '@/domain/history-params';
import { filtersIn, FORMER, historyAddress } from '@/domain/history-query';
import { capital } from '@/domain/number-words';
import { FORMER_MEMBER } from '@/domain/vocabulary';
import { PageLinks } from '@/ui/page-links';
import { Filters } from './filters';
import { LabsChoice } from './labs-choice';
import { NothingFound } from './nothing-found';
import { Result } from './result';
import { SearchBox } from './search-box';
import { Sessions } from './sessions';
import { countsText, type HistoryPerson } from './words';

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
  const [found, inHistory, sessions] = await Promise.all([
    historyPage(labs, query),
    peopleInHistory(labs),
    pastSessions(labs, pageIn(given.sessions)),
  ]);
  const people = choicesOf(inHistory);
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
                {countsText(found, asked)}
              </h2>
            </div>
            <span className="meta">newest first</span>
          </div>
          {found.more && (
            <p className="meta mb-3">These are the newest of them. One word more, or a filter, leaves fewer.</p>
          )}
          {found.close && (
            <p className="meta mb-3">Nothing is written as “{query.text}”. These are words close to it.</p>
          )}
          <ol>
            {found.results.map((result) => (
              <Result key={result.id} result={result} everywhere={query.everywhere} atLeast={found.more} />
            ))}
          </ol>
          <PageLinks
            label="Pages of results"
            page={found.page}
            last={lastPage(found)}
            more={found.more}
            to={(page) => base + historyAddress({ ...query, page })}
            before="Newer"
            after="Older"
          />
        </section>
      ) : (
        <NothingFound base={base} query={query} instead={found.instead} people={people} asked={asked} />
      )}
      <Sessions base={base} query={query} sessions={sessions} timeZone={membership.lab.timeZone} />
    </main>
  );
}

/** Whom the filter names: those who left have no name, and are one choice together. */
function choicesOf({ named, former }: HistoryPeople): HistoryPerson[] {
  return former ? [...named, { id: FORMER, name: capital(FORMER_MEMBER) }] : named;
}

function pageIn(given: string | string[] | undefined): number {
  const page = Number([given].flat()[0]);
  return Number.isInteger(page) && page > 1 && page <= 1000 ? page : 1;
}

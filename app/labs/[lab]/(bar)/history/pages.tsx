import { PAGE_DEALS } from '@/db/search';
import { historyAddress, type HistoryQuery } from '@/domain/history-query';
import { LinkButton } from '@/ui/button';

interface PagesProps {
  base: string;
  query: HistoryQuery;
  deals: number;
  /** There are older deals than these. */
  more: boolean;
}

/** To the newer and the older results, where there are any. */
export function Pages({ base, query, deals, more }: PagesProps) {
  const last = Math.ceil(deals / PAGE_DEALS);
  if (last <= 1 && !more) return null;
  const { page } = query;
  const to = (other: number) => base + historyAddress({ ...query, page: other });
  return (
    <nav className="row wrap mt-5" aria-label="Pages of results">
      {page > 1 && (
        <LinkButton size="sm" href={to(page - 1)}>
          Newer
        </LinkButton>
      )}
      <span className="meta num">
        Page {page} of {more && 'more than '}
        {last}
      </span>
      {(page < last || more) && (
        <LinkButton size="sm" href={to(page + 1)}>
          Older
        </LinkButton>
      )}
    </nav>
  );
}

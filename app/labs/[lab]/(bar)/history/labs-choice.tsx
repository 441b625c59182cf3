import { inWords } from '@/domain/number-words';
import { historyAddress, type HistoryQuery } from '@/domain/history-query';
import { Link } from '@/ui/link';

interface LabsChoiceProps {
  base: string;
  query: HistoryQuery;
  lab: string;
  count: number;
}

/** For one who belongs to several labs: this one alone, or all of them. */
export function LabsChoice({ base, query, lab, count }: LabsChoiceProps) {
  const to = (everywhere: boolean) => base + historyAddress({ ...query, everywhere, page: 1 });
  return (
    <nav className="labs-choice meta" aria-label="Which labs">
      <Link href={to(false)} aria-current={query.everywhere ? undefined : 'true'}>
        In {lab} alone
      </Link>
      <Link href={to(true)} aria-current={query.everywhere ? 'true' : undefined}>
        In all {inWords(count)} of my labs
      </Link>
    </nav>
  );
}

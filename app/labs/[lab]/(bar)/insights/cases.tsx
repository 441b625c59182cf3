import { Link } from '@/ui/link';
import { PageLinks } from '@/ui/page-links';
import { lastPage, lookAt, PAGE_CASES, pageIn, type Look } from './look';

/** One case behind a figure: what it is, where it is kept, and what it says. */
export interface Case {
  key: string;
  href: string;
  label: string;
  meta: string;
}

/** A page of a list, and how many the whole list has. */
export interface Listed {
  count: number;
  cases: readonly Case[];
}

/** The page of a list that is looked at. */
export function listed(look: Look, figure: string, all: readonly Case[]): Listed {
  const from = (pageIn(look, figure, all.length) - 1) * PAGE_CASES;
  return { count: all.length, cases: all.slice(from, from + PAGE_CASES) };
}

interface CasesProps {
  look: Look;
  figure: string;
  /** What the figure is of. */
  what: string;
  list: Listed;
}

/** The cases that a figure rests on, each with a way to it; page by page where they are many. */
export function Cases({ look, figure, what, list }: CasesProps) {
  return (
    <>
      <ul className="cases">
        {list.cases.map(({ key, href, label, meta }) => (
          <li key={key}>
            <Link className="reach" href={href}>
              {label}
            </Link>
            <span className="meta num">{meta}</span>
          </li>
        ))}
      </ul>
      <PageLinks
        label={`Pages of the list behind: ${what}`}
        className="mt-3"
        page={pageIn(look, figure, list.count)}
        last={lastPage(list.count)}
        to={(page) => lookAt({ ...look, behind: { figure, page } })}
        before="Before"
        after="After"
      />
    </>
  );
}

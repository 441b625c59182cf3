import { LinkButton } from '@/ui/button';
import { Link } from '@/ui/link';
import { lookAt, PAGE_CASES, pageIn, type Look } from './look';

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
  const from = (pageIn(look, figure) - 1) * PAGE_CASES;
  return { count: all.length, cases: all.slice(from, from + PAGE_CASES) };
}

/** The cases that a figure rests on, each with a way to it; page by page where they are many. */
export function Cases({ look, figure, list }: { look: Look; figure: string; list: Listed }) {
  return (
    <>
      <ul className="cases">
        {list.cases.map(({ key, href, label, meta }) => (
          <li key={key}>
            <Link href={href}>{label}</Link>
            <span className="meta num">{meta}</span>
          </li>
        ))}
      </ul>
      <CasePages look={look} figure={figure} last={Math.ceil(list.count / PAGE_CASES)} />
    </>
  );
}

function CasePages({ look, figure, last }: { look: Look; figure: string; last: number }) {
  if (last <= 1) return null;
  const page = pageIn(look, figure);
  const to = (other: number) => lookAt({ ...look, behind: { figure, page: other } });
  return (
    <nav className="row wrap mt-3" aria-label="Pages of this list">
      {page > 1 && (
        <LinkButton size="sm" href={to(Math.min(page - 1, last))}>
          Before
        </LinkButton>
      )}
      <span className="meta num">
        Page {page} of {last}
      </span>
      {page < last && (
        <LinkButton size="sm" href={to(page + 1)}>
          After
        </LinkButton>
      )}
    </nav>
  );
}

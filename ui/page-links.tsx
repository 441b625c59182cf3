import { LinkButton } from './button';

interface PageLinksProps {
  /** What they are pages of, for those who listen. */
  label: string;
  /** From 1. */
  page: number;
  last: number;
  /** There are more after the last. */
  more?: boolean;
  /** Where a page is. */
  to: (page: number) => string;
  before: string;
  after: string;
  className?: string;
}

/** To the page before and the one after, where there is more than one. */
export function PageLinks({ label, page, last, more = false, to, before, after, className = 'mt-5' }: PageLinksProps) {
  if (last <= 1 && !more) return null;
  return (
    <nav className={`row wrap ${className}`} aria-label={label}>
      {page > 1 && (
        <LinkButton size="sm" href={to(page - 1)}>
          {before}
        </LinkButton>
      )}
      <span className="meta num">
        Page {page} of {more && 'more than '}
        {last}
      </span>
      {(page < last || more) && (
        <LinkButton size="sm" href={to(page + 1)}>
          {after}
        </LinkButton>
      )}
    </nav>
  );
}

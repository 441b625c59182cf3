import { Link } from './link';

function Drawing() {
  return (
    <svg viewBox="0 0 26 26" aria-hidden="true">
      <path d="M2 19.5h22v4H2z" fill="currentColor" />
      <path d="M3 15.6 18.2 4.2l2.3.4-1 2.1L9.6 15.6z" fill="currentColor" />
      <circle cx="22.6" cy="14.6" r="2" fill="var(--ember)" />
    </svg>
  );
}

/** The blade on the stone and the name; a link where it leads home. */
export function Mark({ href }: { href?: string }) {
  const inside = (
    <>
      <Drawing />
      <span>Whetstone</span>
    </>
  );
  return href ? (
    <Link className="mark" href={href}>
      {inside}
    </Link>
  ) : (
    <span className="mark">{inside}</span>
  );
}

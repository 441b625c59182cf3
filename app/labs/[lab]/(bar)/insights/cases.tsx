import { Link } from '@/ui/link';

/** One case behind a figure: what it is, where it is kept, and what it says. */
export interface Case {
  key: string;
  href: string;
  label: string;
  meta: string;
}

const MOST_SHOWN = 50;

/** The cases that a figure rests on, the latest first, each with a way to it. */
export function Cases({ cases }: { cases: readonly Case[] }) {
  return (
    <>
      <ul className="cases">
        {cases.slice(0, MOST_SHOWN).map(({ key, href, label, meta }) => (
          <li key={key}>
            <Link href={href}>{label}</Link>
            <span className="meta num">{meta}</span>
          </li>
        ))}
      </ul>
      {cases.length > MOST_SHOWN && (
        <p className="meta mt-2 num">The latest {MOST_SHOWN}; a shorter range shows the others.</p>
      )}
    </>
  );
}

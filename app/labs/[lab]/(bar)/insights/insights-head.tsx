import { SESSION_LIMIT, TURN_LIMIT } from '@/db/insights';
import { RANGES, type Range } from '@/domain/insights/range';
import { counted } from '@/domain/number-words';
import { LinkButton } from '@/ui/button';
import { Link } from '@/ui/link';
import { lookAt, type Look } from './look';

const RANGE_WORD: Record<Range, string> = { weeks: 'Last 8 weeks', year: 'This year', all: 'All' };

interface InsightsHeadProps {
  look: Look;
  lab: string;
  sessions: number;
  turns: number;
  /** Not told to those who listen in. */
  deals?: number | undefined;
  /** Who listens in is told of all times together: of two ranges, one could be taken from the other. */
  ranges: boolean;
}

/** What is looked at, over which range, and how; each choice is an address. */
export function InsightsHead({ look, lab, sessions, turns, deals, ranges }: InsightsHeadProps) {
  return (
    <header className="insights-head">
      <div>
        <h1>What the stone shows</h1>
        <p className="soft num mt-[10px]">
          {lab}, {counted(sessions, 'session')}
          {deals !== undefined && `, ${counted(deals, 'deal')}`}.
        </p>
        {(turns >= TURN_LIMIT || sessions >= SESSION_LIMIT) && (
          <p className="meta num">
            Figures of turns look at the newest {TURN_LIMIT.toLocaleString('en')}, those of sessions at the newest{' '}
            {SESSION_LIMIT}.
          </p>
        )}
      </div>
      <div className="row wrap no-print">
        {ranges && (
          <nav className="seg" aria-label="Range">
            {RANGES.map((range) => (
              <Link
                key={range}
                href={lookAt({ ...look, range, behind: undefined })}
                aria-current={range === look.range ? 'page' : undefined}
                scroll={false}
              >
                {RANGE_WORD[range]}
              </Link>
            ))}
          </nav>
        )}
        <LinkButton size="sm" href={lookAt({ ...look, tables: !look.tables, behind: undefined })} scroll={false}>
          {look.tables ? 'Show as drawings' : 'Show as tables'}
        </LinkButton>
      </div>
    </header>
  );
}
